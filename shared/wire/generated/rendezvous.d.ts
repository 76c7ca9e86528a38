// Generated from rendezvous.proto by scripts/codegen.ts; do not edit.
import type { Codec, DecodeOptions } from 'protons-runtime';
import type { Uint8ArrayList } from 'uint8arraylist';
export interface RendezvousRequest {
    hello?: ServerHelloRequest;
    challenge?: ChallengeRequest;
    register?: RegisterRequest;
    login?: LoginRequest;
    introduce?: IntroduceRequest;
    logout?: LogoutRequest;
    lookup?: LookupRequest;
    publishPrekeys?: PublishPrekeysRequest;
    fetchPrekeys?: FetchPrekeysRequest;
    publishAddress?: PublishAddressRequest;
    fetchAddress?: FetchAddressRequest;
    sendFriendRequest?: SendFriendRequestRequest;
    listFriendRequests?: ListFriendRequestsRequest;
    answerFriendRequest?: AnswerFriendRequestRequest;
    putGrant?: PutGrantRequest;
    revokeGrant?: RevokeGrantRequest;
    deposit?: DepositRequest;
    drain?: DrainRequest;
    acknowledge?: AcknowledgeRequest;
    setBlock?: SetBlockRequest;
    createToken?: CreateTokenRequest;
    ping?: PingRequest;
    knows?: KnowsRequest;
    enrol?: EnrolRequest;
    putVault?: PutVaultRequest;
    dropVault?: DropVaultRequest;
    rename?: RenameRequest;
    listTokens?: ListTokensRequest;
    revokeToken?: RevokeTokenRequest;
    startVaultLogin?: StartVaultLoginRequest;
    finishVaultLogin?: FinishVaultLoginRequest;
    deleteAccount?: DeleteAccountRequest;
    logHead?: LogHeadRequest;
    logProve?: LogProveRequest;
    logBetween?: LogBetweenRequest;
    presentDevice?: PresentDeviceRequest;
}
export declare namespace RendezvousRequest {
    const codec: () => Codec<RendezvousRequest>;
    interface RendezvousRequestHelloVersionFieldEvent {
        field: '$.hello.version';
        value: number;
    }
    interface RendezvousRequestRegisterStatementPayloadFieldEvent {
        field: '$.register.statement.payload';
        value: Uint8Array;
    }
    interface RendezvousRequestRegisterStatementSignatureFieldEvent {
        field: '$.register.statement.signature';
        value: Uint8Array;
    }
    interface RendezvousRequestRegisterCertificatePayloadFieldEvent {
        field: '$.register.certificate.payload';
        value: Uint8Array;
    }
    interface RendezvousRequestRegisterCertificateSignatureFieldEvent {
        field: '$.register.certificate.signature';
        value: Uint8Array;
    }
    interface RendezvousRequestRegisterClientNonceFieldEvent {
        field: '$.register.clientNonce';
        value: Uint8Array;
    }
    interface RendezvousRequestRegisterProofFieldEvent {
        field: '$.register.proof';
        value: Uint8Array;
    }
    interface RendezvousRequestRegisterEmailFieldEvent {
        field: '$.register.email';
        value: string;
    }
    interface RendezvousRequestRegisterTokenFieldEvent {
        field: '$.register.token';
        value: Uint8Array;
    }
    interface RendezvousRequestLoginAccountFieldEvent {
        field: '$.login.account';
        value: Uint8Array;
    }
    interface RendezvousRequestLoginCertificatePayloadFieldEvent {
        field: '$.login.certificate.payload';
        value: Uint8Array;
    }
    interface RendezvousRequestLoginCertificateSignatureFieldEvent {
        field: '$.login.certificate.signature';
        value: Uint8Array;
    }
    interface RendezvousRequestLoginClientNonceFieldEvent {
        field: '$.login.clientNonce';
        value: Uint8Array;
    }
    interface RendezvousRequestLoginProofFieldEvent {
        field: '$.login.proof';
        value: Uint8Array;
    }
    interface RendezvousRequestLoginLabelFieldEvent {
        field: '$.login.label';
        value: Uint8Array;
    }
    interface RendezvousRequestIntroduceStatementPayloadFieldEvent {
        field: '$.introduce.statement.payload';
        value: Uint8Array;
    }
    interface RendezvousRequestIntroduceStatementSignatureFieldEvent {
        field: '$.introduce.statement.signature';
        value: Uint8Array;
    }
    interface RendezvousRequestIntroduceCertificatePayloadFieldEvent {
        field: '$.introduce.certificate.payload';
        value: Uint8Array;
    }
    interface RendezvousRequestIntroduceCertificateSignatureFieldEvent {
        field: '$.introduce.certificate.signature';
        value: Uint8Array;
    }
    interface RendezvousRequestLookupNameFieldEvent {
        field: '$.lookup.name';
        value: string;
    }
    interface RendezvousRequestLookupAccountFieldEvent {
        field: '$.lookup.account';
        value: Uint8Array;
    }
    interface RendezvousRequestLookupKeptLogFieldEvent {
        field: '$.lookup.kept.log';
        value: Uint8Array;
    }
    interface RendezvousRequestLookupKeptSizeFieldEvent {
        field: '$.lookup.kept.size';
        value: bigint;
    }
    interface RendezvousRequestPublishPrekeysBundlePayloadFieldEvent {
        field: '$.publishPrekeys.bundle.payload';
        value: Uint8Array;
    }
    interface RendezvousRequestPublishPrekeysBundleSignatureFieldEvent {
        field: '$.publishPrekeys.bundle.signature';
        value: Uint8Array;
    }
    interface RendezvousRequestPublishPrekeysOneTimeFieldEvent {
        field: '$.publishPrekeys.oneTime[]';
        index: number;
        value: Uint8Array;
    }
    interface RendezvousRequestFetchPrekeysAccountFieldEvent {
        field: '$.fetchPrekeys.account';
        value: Uint8Array;
    }
    interface RendezvousRequestPublishAddressRecordPayloadFieldEvent {
        field: '$.publishAddress.record.payload';
        value: Uint8Array;
    }
    interface RendezvousRequestPublishAddressRecordSignatureFieldEvent {
        field: '$.publishAddress.record.signature';
        value: Uint8Array;
    }
    interface RendezvousRequestFetchAddressAccountFieldEvent {
        field: '$.fetchAddress.account';
        value: Uint8Array;
    }
    interface RendezvousRequestSendFriendRequestToFieldEvent {
        field: '$.sendFriendRequest.to';
        value: Uint8Array;
    }
    interface RendezvousRequestSendFriendRequestSealedFieldEvent {
        field: '$.sendFriendRequest.sealed';
        value: Uint8Array;
    }
    interface RendezvousRequestAnswerFriendRequestFromFieldEvent {
        field: '$.answerFriendRequest.from';
        value: Uint8Array;
    }
    interface RendezvousRequestAnswerFriendRequestOutcomeFieldEvent {
        field: '$.answerFriendRequest.outcome';
        value: number;
    }
    interface RendezvousRequestPutGrantGrantPayloadFieldEvent {
        field: '$.putGrant.grant.payload';
        value: Uint8Array;
    }
    interface RendezvousRequestPutGrantGrantSignatureFieldEvent {
        field: '$.putGrant.grant.signature';
        value: Uint8Array;
    }
    interface RendezvousRequestRevokeGrantRevocationPayloadFieldEvent {
        field: '$.revokeGrant.revocation.payload';
        value: Uint8Array;
    }
    interface RendezvousRequestRevokeGrantRevocationSignatureFieldEvent {
        field: '$.revokeGrant.revocation.signature';
        value: Uint8Array;
    }
    interface RendezvousRequestDepositOwnerFieldEvent {
        field: '$.deposit.owner';
        value: Uint8Array;
    }
    interface RendezvousRequestDepositEnvelopeFieldEvent {
        field: '$.deposit.envelope';
        value: Uint8Array;
    }
    interface RendezvousRequestDepositGrantPayloadFieldEvent {
        field: '$.deposit.grant.payload';
        value: Uint8Array;
    }
    interface RendezvousRequestDepositGrantSignatureFieldEvent {
        field: '$.deposit.grant.signature';
        value: Uint8Array;
    }
    interface RendezvousRequestDrainAfterFieldEvent {
        field: '$.drain.after';
        value: bigint;
    }
    interface RendezvousRequestDrainLimitFieldEvent {
        field: '$.drain.limit';
        value: number;
    }
    interface RendezvousRequestAcknowledgeUpToFieldEvent {
        field: '$.acknowledge.upTo';
        value: bigint;
    }
    interface RendezvousRequestSetBlockAccountFieldEvent {
        field: '$.setBlock.account';
        value: Uint8Array;
    }
    interface RendezvousRequestSetBlockBlockedFieldEvent {
        field: '$.setBlock.blocked';
        value: boolean;
    }
    interface RendezvousRequestPingPayloadFieldEvent {
        field: '$.ping.payload';
        value: Uint8Array;
    }
    interface RendezvousRequestEnrolRequestFieldEvent {
        field: '$.enrol.request';
        value: Uint8Array;
    }
    interface RendezvousRequestPutVaultRecordFieldEvent {
        field: '$.putVault.record';
        value: Uint8Array;
    }
    interface RendezvousRequestPutVaultSealedFieldEvent {
        field: '$.putVault.sealed';
        value: Uint8Array;
    }
    interface RendezvousRequestPutVaultVersionFieldEvent {
        field: '$.putVault.version';
        value: bigint;
    }
    interface RendezvousRequestPutVaultReplacesFieldEvent {
        field: '$.putVault.replaces';
        value: bigint;
    }
    interface RendezvousRequestRenameStatementsPayloadFieldEvent {
        field: '$.rename.statements[].payload';
        value: Uint8Array;
        index: number;
    }
    interface RendezvousRequestRenameStatementsSignatureFieldEvent {
        field: '$.rename.statements[].signature';
        value: Uint8Array;
        index: number;
    }
    interface RendezvousRequestRevokeTokenHashFieldEvent {
        field: '$.revokeToken.hash';
        value: Uint8Array;
    }
    interface RendezvousRequestStartVaultLoginNameFieldEvent {
        field: '$.startVaultLogin.name';
        value: string;
    }
    interface RendezvousRequestStartVaultLoginRequestFieldEvent {
        field: '$.startVaultLogin.request';
        value: Uint8Array;
    }
    interface RendezvousRequestFinishVaultLoginHandleFieldEvent {
        field: '$.finishVaultLogin.handle';
        value: number;
    }
    interface RendezvousRequestFinishVaultLoginMessageFieldEvent {
        field: '$.finishVaultLogin.message';
        value: Uint8Array;
    }
    interface RendezvousRequestDeleteAccountAccountFieldEvent {
        field: '$.deleteAccount.account';
        value: Uint8Array;
    }
    interface RendezvousRequestDeleteAccountStatementPayloadFieldEvent {
        field: '$.deleteAccount.statement.payload';
        value: Uint8Array;
    }
    interface RendezvousRequestDeleteAccountStatementSignatureFieldEvent {
        field: '$.deleteAccount.statement.signature';
        value: Uint8Array;
    }
    interface RendezvousRequestLogHeadKeptLogFieldEvent {
        field: '$.logHead.kept.log';
        value: Uint8Array;
    }
    interface RendezvousRequestLogHeadKeptSizeFieldEvent {
        field: '$.logHead.kept.size';
        value: bigint;
    }
    interface RendezvousRequestLogHeadHeadPayloadFieldEvent {
        field: '$.logHead.head.payload';
        value: Uint8Array;
    }
    interface RendezvousRequestLogHeadHeadSignatureFieldEvent {
        field: '$.logHead.head.signature';
        value: Uint8Array;
    }
    interface RendezvousRequestLogProveKeptLogFieldEvent {
        field: '$.logProve.kept.log';
        value: Uint8Array;
    }
    interface RendezvousRequestLogProveKeptSizeFieldEvent {
        field: '$.logProve.kept.size';
        value: bigint;
    }
    interface RendezvousRequestLogProveKeyFieldEvent {
        field: '$.logProve.key';
        value: Uint8Array;
    }
    interface RendezvousRequestLogBetweenLogFieldEvent {
        field: '$.logBetween.log';
        value: Uint8Array;
    }
    interface RendezvousRequestLogBetweenSmallerFieldEvent {
        field: '$.logBetween.smaller';
        value: bigint;
    }
    interface RendezvousRequestLogBetweenGreaterFieldEvent {
        field: '$.logBetween.greater';
        value: bigint;
    }
    function encode(obj: Partial<RendezvousRequest>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<RendezvousRequest>): RendezvousRequest;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<RendezvousRequest>): Generator<RendezvousRequestHelloVersionFieldEvent | RendezvousRequestRegisterStatementPayloadFieldEvent | RendezvousRequestRegisterStatementSignatureFieldEvent | RendezvousRequestRegisterCertificatePayloadFieldEvent | RendezvousRequestRegisterCertificateSignatureFieldEvent | RendezvousRequestRegisterClientNonceFieldEvent | RendezvousRequestRegisterProofFieldEvent | RendezvousRequestRegisterEmailFieldEvent | RendezvousRequestRegisterTokenFieldEvent | RendezvousRequestLoginAccountFieldEvent | RendezvousRequestLoginCertificatePayloadFieldEvent | RendezvousRequestLoginCertificateSignatureFieldEvent | RendezvousRequestLoginClientNonceFieldEvent | RendezvousRequestLoginProofFieldEvent | RendezvousRequestLoginLabelFieldEvent | RendezvousRequestIntroduceStatementPayloadFieldEvent | RendezvousRequestIntroduceStatementSignatureFieldEvent | RendezvousRequestIntroduceCertificatePayloadFieldEvent | RendezvousRequestIntroduceCertificateSignatureFieldEvent | RendezvousRequestLookupNameFieldEvent | RendezvousRequestLookupAccountFieldEvent | RendezvousRequestLookupKeptLogFieldEvent | RendezvousRequestLookupKeptSizeFieldEvent | RendezvousRequestPublishPrekeysBundlePayloadFieldEvent | RendezvousRequestPublishPrekeysBundleSignatureFieldEvent | RendezvousRequestPublishPrekeysOneTimeFieldEvent | RendezvousRequestFetchPrekeysAccountFieldEvent | RendezvousRequestPublishAddressRecordPayloadFieldEvent | RendezvousRequestPublishAddressRecordSignatureFieldEvent | RendezvousRequestFetchAddressAccountFieldEvent | RendezvousRequestSendFriendRequestToFieldEvent | RendezvousRequestSendFriendRequestSealedFieldEvent | RendezvousRequestAnswerFriendRequestFromFieldEvent | RendezvousRequestAnswerFriendRequestOutcomeFieldEvent | RendezvousRequestPutGrantGrantPayloadFieldEvent | RendezvousRequestPutGrantGrantSignatureFieldEvent | RendezvousRequestRevokeGrantRevocationPayloadFieldEvent | RendezvousRequestRevokeGrantRevocationSignatureFieldEvent | RendezvousRequestDepositOwnerFieldEvent | RendezvousRequestDepositEnvelopeFieldEvent | RendezvousRequestDepositGrantPayloadFieldEvent | RendezvousRequestDepositGrantSignatureFieldEvent | RendezvousRequestDrainAfterFieldEvent | RendezvousRequestDrainLimitFieldEvent | RendezvousRequestAcknowledgeUpToFieldEvent | RendezvousRequestSetBlockAccountFieldEvent | RendezvousRequestSetBlockBlockedFieldEvent | RendezvousRequestPingPayloadFieldEvent | RendezvousRequestEnrolRequestFieldEvent | RendezvousRequestPutVaultRecordFieldEvent | RendezvousRequestPutVaultSealedFieldEvent | RendezvousRequestPutVaultVersionFieldEvent | RendezvousRequestPutVaultReplacesFieldEvent | RendezvousRequestRenameStatementsPayloadFieldEvent | RendezvousRequestRenameStatementsSignatureFieldEvent | RendezvousRequestRevokeTokenHashFieldEvent | RendezvousRequestStartVaultLoginNameFieldEvent | RendezvousRequestStartVaultLoginRequestFieldEvent | RendezvousRequestFinishVaultLoginHandleFieldEvent | RendezvousRequestFinishVaultLoginMessageFieldEvent | RendezvousRequestDeleteAccountAccountFieldEvent | RendezvousRequestDeleteAccountStatementPayloadFieldEvent | RendezvousRequestDeleteAccountStatementSignatureFieldEvent | RendezvousRequestLogHeadKeptLogFieldEvent | RendezvousRequestLogHeadKeptSizeFieldEvent | RendezvousRequestLogHeadHeadPayloadFieldEvent | RendezvousRequestLogHeadHeadSignatureFieldEvent | RendezvousRequestLogProveKeptLogFieldEvent | RendezvousRequestLogProveKeptSizeFieldEvent | RendezvousRequestLogProveKeyFieldEvent | RendezvousRequestLogBetweenLogFieldEvent | RendezvousRequestLogBetweenSmallerFieldEvent | RendezvousRequestLogBetweenGreaterFieldEvent>;
}
export interface RendezvousResponse {
    hello?: ServerHelloResponse;
    challenge?: ChallengeResponse;
    register?: RegisterResponse;
    login?: LoginResponse;
    introduce?: IntroduceResponse;
    logout?: LogoutResponse;
    lookup?: LookupResponse;
    publishPrekeys?: PublishPrekeysResponse;
    fetchPrekeys?: FetchPrekeysResponse;
    publishAddress?: PublishAddressResponse;
    fetchAddress?: FetchAddressResponse;
    sendFriendRequest?: SendFriendRequestResponse;
    listFriendRequests?: ListFriendRequestsResponse;
    answerFriendRequest?: AnswerFriendRequestResponse;
    putGrant?: PutGrantResponse;
    revokeGrant?: RevokeGrantResponse;
    deposit?: DepositResponse;
    drain?: DrainResponse;
    acknowledge?: AcknowledgeResponse;
    setBlock?: SetBlockResponse;
    createToken?: CreateTokenResponse;
    ping?: PingResponse;
    knows?: KnowsResponse;
    enrol?: EnrolResponse;
    putVault?: PutVaultResponse;
    dropVault?: DropVaultResponse;
    rename?: RenameResponse;
    listTokens?: ListTokensResponse;
    revokeToken?: RevokeTokenResponse;
    startVaultLogin?: StartVaultLoginResponse;
    finishVaultLogin?: FinishVaultLoginResponse;
    deleteAccount?: DeleteAccountResponse;
    logHead?: LogHeadResponse;
    logProve?: LogProveResponse;
    logBetween?: LogBetweenResponse;
    presentDevice?: PresentDeviceResponse;
}
export declare namespace RendezvousResponse {
    const codec: () => Codec<RendezvousResponse>;
    interface RendezvousResponseHelloStatementPayloadFieldEvent {
        field: '$.hello.statement.payload';
        value: Uint8Array;
    }
    interface RendezvousResponseHelloStatementSignatureFieldEvent {
        field: '$.hello.statement.signature';
        value: Uint8Array;
    }
    interface RendezvousResponseHelloOpeningsCountFieldEvent {
        field: '$.hello.openings[].count';
        value: number;
        index: number;
    }
    interface RendezvousResponseHelloOpeningsIdFieldEvent {
        field: '$.hello.openings[].id';
        value: Uint8Array;
        index: number;
    }
    interface RendezvousResponseChallengeNonceFieldEvent {
        field: '$.challenge.nonce';
        value: Uint8Array;
    }
    interface RendezvousResponseRegisterAccountFieldEvent {
        field: '$.register.account';
        value: Uint8Array;
    }
    interface RendezvousResponseLoginHighestMailFieldEvent {
        field: '$.login.highestMail';
        value: bigint;
    }
    interface RendezvousResponseLoginWaitingMailFieldEvent {
        field: '$.login.waitingMail';
        value: number;
    }
    interface RendezvousResponseLoginWaitingRequestsFieldEvent {
        field: '$.login.waitingRequests';
        value: number;
    }
    interface RendezvousResponseLoginPrekeysLeftFieldEvent {
        field: '$.login.prekeysLeft';
        value: number;
    }
    interface RendezvousResponseLoginBundleCurrentFieldEvent {
        field: '$.login.bundleCurrent';
        value: boolean;
    }
    interface RendezvousResponseLookupAccountFieldEvent {
        field: '$.lookup.account';
        value: Uint8Array;
    }
    interface RendezvousResponseLookupStatementsPayloadFieldEvent {
        field: '$.lookup.statements[].payload';
        value: Uint8Array;
        index: number;
    }
    interface RendezvousResponseLookupStatementsSignatureFieldEvent {
        field: '$.lookup.statements[].signature';
        value: Uint8Array;
        index: number;
    }
    interface RendezvousResponseLookupCertificatePayloadFieldEvent {
        field: '$.lookup.certificate.payload';
        value: Uint8Array;
    }
    interface RendezvousResponseLookupCertificateSignatureFieldEvent {
        field: '$.lookup.certificate.signature';
        value: Uint8Array;
    }
    interface RendezvousResponseLookupProofFieldEvent {
        field: '$.lookup.proof';
        value: Uint8Array;
    }
    interface RendezvousResponseFetchPrekeysBundlePayloadFieldEvent {
        field: '$.fetchPrekeys.bundle.payload';
        value: Uint8Array;
    }
    interface RendezvousResponseFetchPrekeysBundleSignatureFieldEvent {
        field: '$.fetchPrekeys.bundle.signature';
        value: Uint8Array;
    }
    interface RendezvousResponseFetchPrekeysOneTimeFieldEvent {
        field: '$.fetchPrekeys.oneTime';
        value: Uint8Array;
    }
    interface RendezvousResponseFetchPrekeysCertificatePayloadFieldEvent {
        field: '$.fetchPrekeys.certificate.payload';
        value: Uint8Array;
    }
    interface RendezvousResponseFetchPrekeysCertificateSignatureFieldEvent {
        field: '$.fetchPrekeys.certificate.signature';
        value: Uint8Array;
    }
    interface RendezvousResponseFetchAddressRecordPayloadFieldEvent {
        field: '$.fetchAddress.record.payload';
        value: Uint8Array;
    }
    interface RendezvousResponseFetchAddressRecordSignatureFieldEvent {
        field: '$.fetchAddress.record.signature';
        value: Uint8Array;
    }
    interface RendezvousResponseFetchAddressCertificatePayloadFieldEvent {
        field: '$.fetchAddress.certificate.payload';
        value: Uint8Array;
    }
    interface RendezvousResponseFetchAddressCertificateSignatureFieldEvent {
        field: '$.fetchAddress.certificate.signature';
        value: Uint8Array;
    }
    interface RendezvousResponseListFriendRequestsRequestsFromFieldEvent {
        field: '$.listFriendRequests.requests[].from';
        value: Uint8Array;
        index: number;
    }
    interface RendezvousResponseListFriendRequestsRequestsSealedFieldEvent {
        field: '$.listFriendRequests.requests[].sealed';
        value: Uint8Array;
        index: number;
    }
    interface RendezvousResponseListFriendRequestsRequestsReceivedAtFieldEvent {
        field: '$.listFriendRequests.requests[].receivedAt';
        value: bigint;
        index: number;
    }
    interface RendezvousResponseDepositReceiptPayloadFieldEvent {
        field: '$.deposit.receipt.payload';
        value: Uint8Array;
    }
    interface RendezvousResponseDepositReceiptSignatureFieldEvent {
        field: '$.deposit.receipt.signature';
        value: Uint8Array;
    }
    interface RendezvousResponseDrainMailSequenceFieldEvent {
        field: '$.drain.mail[].sequence';
        value: bigint;
        index: number;
    }
    interface RendezvousResponseDrainMailDepositorFieldEvent {
        field: '$.drain.mail[].depositor';
        value: Uint8Array;
        index: number;
    }
    interface RendezvousResponseDrainMailEnvelopeFieldEvent {
        field: '$.drain.mail[].envelope';
        value: Uint8Array;
        index: number;
    }
    interface RendezvousResponseDrainMailStoredAtFieldEvent {
        field: '$.drain.mail[].storedAt';
        value: bigint;
        index: number;
    }
    interface RendezvousResponseDrainMoreFieldEvent {
        field: '$.drain.more';
        value: boolean;
    }
    interface RendezvousResponseCreateTokenTokenFieldEvent {
        field: '$.createToken.token';
        value: Uint8Array;
    }
    interface RendezvousResponseCreateTokenExpiresAtFieldEvent {
        field: '$.createToken.expiresAt';
        value: bigint;
    }
    interface RendezvousResponsePingPayloadFieldEvent {
        field: '$.ping.payload';
        value: Uint8Array;
    }
    interface RendezvousResponsePingTimeFieldEvent {
        field: '$.ping.time';
        value: bigint;
    }
    interface RendezvousResponsePingSeenAsFieldEvent {
        field: '$.ping.seenAs';
        value: string;
    }
    interface RendezvousResponseKnowsStatementsPayloadFieldEvent {
        field: '$.knows.statements[].payload';
        value: Uint8Array;
        index: number;
    }
    interface RendezvousResponseKnowsStatementsSignatureFieldEvent {
        field: '$.knows.statements[].signature';
        value: Uint8Array;
        index: number;
    }
    interface RendezvousResponseKnowsCertificatePayloadFieldEvent {
        field: '$.knows.certificate.payload';
        value: Uint8Array;
    }
    interface RendezvousResponseKnowsCertificateSignatureFieldEvent {
        field: '$.knows.certificate.signature';
        value: Uint8Array;
    }
    interface RendezvousResponseKnowsEmailFieldEvent {
        field: '$.knows.email';
        value: string;
    }
    interface RendezvousResponseKnowsRegisteredAtFieldEvent {
        field: '$.knows.registeredAt';
        value: bigint;
    }
    interface RendezvousResponseKnowsNameKeyFieldEvent {
        field: '$.knows.nameKey';
        value: string;
    }
    interface RendezvousResponseKnowsLookAlikeFieldEvent {
        field: '$.knows.lookAlike';
        value: Uint8Array;
    }
    interface RendezvousResponseKnowsEmailKeyFieldEvent {
        field: '$.knows.emailKey';
        value: string;
    }
    interface RendezvousResponseKnowsPrekeysDeviceFieldEvent {
        field: '$.knows.prekeys.device';
        value: Uint8Array;
    }
    interface RendezvousResponseKnowsPrekeysEpochFieldEvent {
        field: '$.knows.prekeys.epoch';
        value: bigint;
    }
    interface RendezvousResponseKnowsPrekeysLeftFieldEvent {
        field: '$.knows.prekeys.left';
        value: number;
    }
    interface RendezvousResponseKnowsPrekeysCreatedAtFieldEvent {
        field: '$.knows.prekeys.createdAt';
        value: bigint;
    }
    interface RendezvousResponseKnowsAddressRecordPayloadFieldEvent {
        field: '$.knows.address.record.payload';
        value: Uint8Array;
    }
    interface RendezvousResponseKnowsAddressRecordSignatureFieldEvent {
        field: '$.knows.address.record.signature';
        value: Uint8Array;
    }
    interface RendezvousResponseKnowsAddressExpiresAtFieldEvent {
        field: '$.knows.address.expiresAt';
        value: bigint;
    }
    interface RendezvousResponseKnowsGrantsGivenAccountFieldEvent {
        field: '$.knows.grantsGiven[].account';
        value: Uint8Array;
        index: number;
    }
    interface RendezvousResponseKnowsGrantsGivenScopeFieldEvent {
        field: '$.knows.grantsGiven[].scope';
        value: number;
        index: number;
    }
    interface RendezvousResponseKnowsGrantsGivenSerialFieldEvent {
        field: '$.knows.grantsGiven[].serial';
        value: bigint;
        index: number;
    }
    interface RendezvousResponseKnowsGrantsGivenRevokedFieldEvent {
        field: '$.knows.grantsGiven[].revoked';
        value: boolean;
        index: number;
    }
    interface RendezvousResponseKnowsGrantsGivenTotalFieldEvent {
        field: '$.knows.grantsGivenTotal';
        value: number;
    }
    interface RendezvousResponseKnowsGrantsHeldAccountFieldEvent {
        field: '$.knows.grantsHeld[].account';
        value: Uint8Array;
        index: number;
    }
    interface RendezvousResponseKnowsGrantsHeldScopeFieldEvent {
        field: '$.knows.grantsHeld[].scope';
        value: number;
        index: number;
    }
    interface RendezvousResponseKnowsGrantsHeldSerialFieldEvent {
        field: '$.knows.grantsHeld[].serial';
        value: bigint;
        index: number;
    }
    interface RendezvousResponseKnowsGrantsHeldRevokedFieldEvent {
        field: '$.knows.grantsHeld[].revoked';
        value: boolean;
        index: number;
    }
    interface RendezvousResponseKnowsGrantsHeldTotalFieldEvent {
        field: '$.knows.grantsHeldTotal';
        value: number;
    }
    interface RendezvousResponseKnowsRequestsReceivedAccountFieldEvent {
        field: '$.knows.requestsReceived[].account';
        value: Uint8Array;
        index: number;
    }
    interface RendezvousResponseKnowsRequestsReceivedReceivedAtFieldEvent {
        field: '$.knows.requestsReceived[].receivedAt';
        value: bigint;
        index: number;
    }
    interface RendezvousResponseKnowsRequestsReceivedBytesFieldEvent {
        field: '$.knows.requestsReceived[].bytes';
        value: number;
        index: number;
    }
    interface RendezvousResponseKnowsRequestsSentAccountFieldEvent {
        field: '$.knows.requestsSent[].account';
        value: Uint8Array;
        index: number;
    }
    interface RendezvousResponseKnowsRequestsSentReceivedAtFieldEvent {
        field: '$.knows.requestsSent[].receivedAt';
        value: bigint;
        index: number;
    }
    interface RendezvousResponseKnowsRequestsSentBytesFieldEvent {
        field: '$.knows.requestsSent[].bytes';
        value: number;
        index: number;
    }
    interface RendezvousResponseKnowsRequestsSentTotalFieldEvent {
        field: '$.knows.requestsSentTotal';
        value: number;
    }
    interface RendezvousResponseKnowsBlockedFieldEvent {
        field: '$.knows.blocked[]';
        index: number;
        value: Uint8Array;
    }
    interface RendezvousResponseKnowsBlockedTotalFieldEvent {
        field: '$.knows.blockedTotal';
        value: number;
    }
    interface RendezvousResponseKnowsMailboxHighestFieldEvent {
        field: '$.knows.mailbox.highest';
        value: bigint;
    }
    interface RendezvousResponseKnowsMailboxCountFieldEvent {
        field: '$.knows.mailbox.count';
        value: number;
    }
    interface RendezvousResponseKnowsMailboxBytesFieldEvent {
        field: '$.knows.mailbox.bytes';
        value: bigint;
    }
    interface RendezvousResponseKnowsMailboxOldestAtFieldEvent {
        field: '$.knows.mailbox.oldestAt';
        value: bigint;
    }
    interface RendezvousResponseKnowsMailboxMostCountFieldEvent {
        field: '$.knows.mailbox.mostCount';
        value: number;
    }
    interface RendezvousResponseKnowsMailboxMostBytesFieldEvent {
        field: '$.knows.mailbox.mostBytes';
        value: bigint;
    }
    interface RendezvousResponseKnowsMailboxLifetimeMsFieldEvent {
        field: '$.knows.mailbox.lifetimeMs';
        value: bigint;
    }
    interface RendezvousResponseKnowsMailboxSendersAccountFieldEvent {
        field: '$.knows.mailbox.senders[].account';
        value: Uint8Array;
        index: number;
    }
    interface RendezvousResponseKnowsMailboxSendersCountFieldEvent {
        field: '$.knows.mailbox.senders[].count';
        value: number;
        index: number;
    }
    interface RendezvousResponseKnowsMailboxSendersBytesFieldEvent {
        field: '$.knows.mailbox.senders[].bytes';
        value: bigint;
        index: number;
    }
    interface RendezvousResponseKnowsDepositedAccountFieldEvent {
        field: '$.knows.deposited[].account';
        value: Uint8Array;
        index: number;
    }
    interface RendezvousResponseKnowsDepositedCountFieldEvent {
        field: '$.knows.deposited[].count';
        value: number;
        index: number;
    }
    interface RendezvousResponseKnowsDepositedBytesFieldEvent {
        field: '$.knows.deposited[].bytes';
        value: bigint;
        index: number;
    }
    interface RendezvousResponseKnowsTokensMadeAtFieldEvent {
        field: '$.knows.tokens[].madeAt';
        value: bigint;
        index: number;
    }
    interface RendezvousResponseKnowsTokensExpiresAtFieldEvent {
        field: '$.knows.tokens[].expiresAt';
        value: bigint;
        index: number;
    }
    interface RendezvousResponseKnowsGuestEpochFieldEvent {
        field: '$.knows.guest.epoch';
        value: bigint;
    }
    interface RendezvousResponseKnowsGuestSeenAtFieldEvent {
        field: '$.knows.guest.seenAt';
        value: bigint;
    }
    interface RendezvousResponseKnowsConnectionsFieldEvent {
        field: '$.knows.connections';
        value: number;
    }
    interface RendezvousResponseKnowsVaultVersionFieldEvent {
        field: '$.knows.vault.version';
        value: bigint;
    }
    interface RendezvousResponseKnowsVaultBytesFieldEvent {
        field: '$.knows.vault.bytes';
        value: number;
    }
    interface RendezvousResponseKnowsVaultRecordBytesFieldEvent {
        field: '$.knows.vault.recordBytes';
        value: number;
    }
    interface RendezvousResponseKnowsVaultStoredAtFieldEvent {
        field: '$.knows.vault.storedAt';
        value: bigint;
    }
    interface RendezvousResponseKnowsGuessesCountFieldEvent {
        field: '$.knows.guesses.count';
        value: number;
    }
    interface RendezvousResponseKnowsGuessesLastAtFieldEvent {
        field: '$.knows.guesses.lastAt';
        value: bigint;
    }
    interface RendezvousResponseKnowsSignedInAtFieldEvent {
        field: '$.knows.signedInAt';
        value: bigint;
    }
    interface RendezvousResponseKnowsOriginFieldEvent {
        field: '$.knows.origin';
        value: Uint8Array;
    }
    interface RendezvousResponseKnowsLabelFieldEvent {
        field: '$.knows.label';
        value: Uint8Array;
    }
    interface RendezvousResponseKnowsLogEntryFieldEvent {
        field: '$.knows.log.entry';
        value: Uint8Array;
    }
    interface RendezvousResponseKnowsLogSequenceFieldEvent {
        field: '$.knows.log.sequence';
        value: bigint;
    }
    interface RendezvousResponseKnowsLogIndexFieldEvent {
        field: '$.knows.log.index';
        value: bigint;
    }
    interface RendezvousResponseKnowsFormerNamesNameHashFieldEvent {
        field: '$.knows.formerNames[].nameHash';
        value: Uint8Array;
        index: number;
    }
    interface RendezvousResponseKnowsFormerNamesLookAlikeFieldEvent {
        field: '$.knows.formerNames[].lookAlike';
        value: Uint8Array;
        index: number;
    }
    interface RendezvousResponseKnowsFormerNamesLetGoAtFieldEvent {
        field: '$.knows.formerNames[].letGoAt';
        value: bigint;
        index: number;
    }
    interface RendezvousResponseKnowsFormerNamesHeldUntilFieldEvent {
        field: '$.knows.formerNames[].heldUntil';
        value: bigint;
        index: number;
    }
    interface RendezvousResponseEnrolResponseFieldEvent {
        field: '$.enrol.response';
        value: Uint8Array;
    }
    interface RendezvousResponseListTokensTokensHashFieldEvent {
        field: '$.listTokens.tokens[].hash';
        value: Uint8Array;
        index: number;
    }
    interface RendezvousResponseListTokensTokensMadeAtFieldEvent {
        field: '$.listTokens.tokens[].madeAt';
        value: bigint;
        index: number;
    }
    interface RendezvousResponseListTokensTokensExpiresAtFieldEvent {
        field: '$.listTokens.tokens[].expiresAt';
        value: bigint;
        index: number;
    }
    interface RendezvousResponseListTokensMostFieldEvent {
        field: '$.listTokens.most';
        value: number;
    }
    interface RendezvousResponseStartVaultLoginAccountFieldEvent {
        field: '$.startVaultLogin.account';
        value: Uint8Array;
    }
    interface RendezvousResponseStartVaultLoginResponseFieldEvent {
        field: '$.startVaultLogin.response';
        value: Uint8Array;
    }
    interface RendezvousResponseStartVaultLoginHandleFieldEvent {
        field: '$.startVaultLogin.handle';
        value: number;
    }
    interface RendezvousResponseFinishVaultLoginSealedFieldEvent {
        field: '$.finishVaultLogin.sealed';
        value: Uint8Array;
    }
    interface RendezvousResponseFinishVaultLoginVersionFieldEvent {
        field: '$.finishVaultLogin.version';
        value: bigint;
    }
    interface RendezvousResponseLogHeadProofFieldEvent {
        field: '$.logHead.proof';
        value: Uint8Array;
    }
    interface RendezvousResponseLogProveProofFieldEvent {
        field: '$.logProve.proof';
        value: Uint8Array;
    }
    interface RendezvousResponseLogBetweenHashesFieldEvent {
        field: '$.logBetween.hashes';
        value: Uint8Array;
    }
    interface RendezvousResponsePresentDeviceNewestCertificatePayloadFieldEvent {
        field: '$.presentDevice.newest.certificate.payload';
        value: Uint8Array;
    }
    interface RendezvousResponsePresentDeviceNewestCertificateSignatureFieldEvent {
        field: '$.presentDevice.newest.certificate.signature';
        value: Uint8Array;
    }
    interface RendezvousResponsePresentDeviceNewestSignedInAtFieldEvent {
        field: '$.presentDevice.newest.signedInAt';
        value: bigint;
    }
    interface RendezvousResponsePresentDeviceNewestOriginFieldEvent {
        field: '$.presentDevice.newest.origin';
        value: Uint8Array;
    }
    interface RendezvousResponsePresentDeviceNewestLabelFieldEvent {
        field: '$.presentDevice.newest.label';
        value: Uint8Array;
    }
    function encode(obj: Partial<RendezvousResponse>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<RendezvousResponse>): RendezvousResponse;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<RendezvousResponse>): Generator<RendezvousResponseHelloStatementPayloadFieldEvent | RendezvousResponseHelloStatementSignatureFieldEvent | RendezvousResponseHelloOpeningsCountFieldEvent | RendezvousResponseHelloOpeningsIdFieldEvent | RendezvousResponseChallengeNonceFieldEvent | RendezvousResponseRegisterAccountFieldEvent | RendezvousResponseLoginHighestMailFieldEvent | RendezvousResponseLoginWaitingMailFieldEvent | RendezvousResponseLoginWaitingRequestsFieldEvent | RendezvousResponseLoginPrekeysLeftFieldEvent | RendezvousResponseLoginBundleCurrentFieldEvent | RendezvousResponseLookupAccountFieldEvent | RendezvousResponseLookupStatementsPayloadFieldEvent | RendezvousResponseLookupStatementsSignatureFieldEvent | RendezvousResponseLookupCertificatePayloadFieldEvent | RendezvousResponseLookupCertificateSignatureFieldEvent | RendezvousResponseLookupProofFieldEvent | RendezvousResponseFetchPrekeysBundlePayloadFieldEvent | RendezvousResponseFetchPrekeysBundleSignatureFieldEvent | RendezvousResponseFetchPrekeysOneTimeFieldEvent | RendezvousResponseFetchPrekeysCertificatePayloadFieldEvent | RendezvousResponseFetchPrekeysCertificateSignatureFieldEvent | RendezvousResponseFetchAddressRecordPayloadFieldEvent | RendezvousResponseFetchAddressRecordSignatureFieldEvent | RendezvousResponseFetchAddressCertificatePayloadFieldEvent | RendezvousResponseFetchAddressCertificateSignatureFieldEvent | RendezvousResponseListFriendRequestsRequestsFromFieldEvent | RendezvousResponseListFriendRequestsRequestsSealedFieldEvent | RendezvousResponseListFriendRequestsRequestsReceivedAtFieldEvent | RendezvousResponseDepositReceiptPayloadFieldEvent | RendezvousResponseDepositReceiptSignatureFieldEvent | RendezvousResponseDrainMailSequenceFieldEvent | RendezvousResponseDrainMailDepositorFieldEvent | RendezvousResponseDrainMailEnvelopeFieldEvent | RendezvousResponseDrainMailStoredAtFieldEvent | RendezvousResponseDrainMoreFieldEvent | RendezvousResponseCreateTokenTokenFieldEvent | RendezvousResponseCreateTokenExpiresAtFieldEvent | RendezvousResponsePingPayloadFieldEvent | RendezvousResponsePingTimeFieldEvent | RendezvousResponsePingSeenAsFieldEvent | RendezvousResponseKnowsStatementsPayloadFieldEvent | RendezvousResponseKnowsStatementsSignatureFieldEvent | RendezvousResponseKnowsCertificatePayloadFieldEvent | RendezvousResponseKnowsCertificateSignatureFieldEvent | RendezvousResponseKnowsEmailFieldEvent | RendezvousResponseKnowsRegisteredAtFieldEvent | RendezvousResponseKnowsNameKeyFieldEvent | RendezvousResponseKnowsLookAlikeFieldEvent | RendezvousResponseKnowsEmailKeyFieldEvent | RendezvousResponseKnowsPrekeysDeviceFieldEvent | RendezvousResponseKnowsPrekeysEpochFieldEvent | RendezvousResponseKnowsPrekeysLeftFieldEvent | RendezvousResponseKnowsPrekeysCreatedAtFieldEvent | RendezvousResponseKnowsAddressRecordPayloadFieldEvent | RendezvousResponseKnowsAddressRecordSignatureFieldEvent | RendezvousResponseKnowsAddressExpiresAtFieldEvent | RendezvousResponseKnowsGrantsGivenAccountFieldEvent | RendezvousResponseKnowsGrantsGivenScopeFieldEvent | RendezvousResponseKnowsGrantsGivenSerialFieldEvent | RendezvousResponseKnowsGrantsGivenRevokedFieldEvent | RendezvousResponseKnowsGrantsGivenTotalFieldEvent | RendezvousResponseKnowsGrantsHeldAccountFieldEvent | RendezvousResponseKnowsGrantsHeldScopeFieldEvent | RendezvousResponseKnowsGrantsHeldSerialFieldEvent | RendezvousResponseKnowsGrantsHeldRevokedFieldEvent | RendezvousResponseKnowsGrantsHeldTotalFieldEvent | RendezvousResponseKnowsRequestsReceivedAccountFieldEvent | RendezvousResponseKnowsRequestsReceivedReceivedAtFieldEvent | RendezvousResponseKnowsRequestsReceivedBytesFieldEvent | RendezvousResponseKnowsRequestsSentAccountFieldEvent | RendezvousResponseKnowsRequestsSentReceivedAtFieldEvent | RendezvousResponseKnowsRequestsSentBytesFieldEvent | RendezvousResponseKnowsRequestsSentTotalFieldEvent | RendezvousResponseKnowsBlockedFieldEvent | RendezvousResponseKnowsBlockedTotalFieldEvent | RendezvousResponseKnowsMailboxHighestFieldEvent | RendezvousResponseKnowsMailboxCountFieldEvent | RendezvousResponseKnowsMailboxBytesFieldEvent | RendezvousResponseKnowsMailboxOldestAtFieldEvent | RendezvousResponseKnowsMailboxMostCountFieldEvent | RendezvousResponseKnowsMailboxMostBytesFieldEvent | RendezvousResponseKnowsMailboxLifetimeMsFieldEvent | RendezvousResponseKnowsMailboxSendersAccountFieldEvent | RendezvousResponseKnowsMailboxSendersCountFieldEvent | RendezvousResponseKnowsMailboxSendersBytesFieldEvent | RendezvousResponseKnowsDepositedAccountFieldEvent | RendezvousResponseKnowsDepositedCountFieldEvent | RendezvousResponseKnowsDepositedBytesFieldEvent | RendezvousResponseKnowsTokensMadeAtFieldEvent | RendezvousResponseKnowsTokensExpiresAtFieldEvent | RendezvousResponseKnowsGuestEpochFieldEvent | RendezvousResponseKnowsGuestSeenAtFieldEvent | RendezvousResponseKnowsConnectionsFieldEvent | RendezvousResponseKnowsVaultVersionFieldEvent | RendezvousResponseKnowsVaultBytesFieldEvent | RendezvousResponseKnowsVaultRecordBytesFieldEvent | RendezvousResponseKnowsVaultStoredAtFieldEvent | RendezvousResponseKnowsGuessesCountFieldEvent | RendezvousResponseKnowsGuessesLastAtFieldEvent | RendezvousResponseKnowsSignedInAtFieldEvent | RendezvousResponseKnowsOriginFieldEvent | RendezvousResponseKnowsLabelFieldEvent | RendezvousResponseKnowsLogEntryFieldEvent | RendezvousResponseKnowsLogSequenceFieldEvent | RendezvousResponseKnowsLogIndexFieldEvent | RendezvousResponseKnowsFormerNamesNameHashFieldEvent | RendezvousResponseKnowsFormerNamesLookAlikeFieldEvent | RendezvousResponseKnowsFormerNamesLetGoAtFieldEvent | RendezvousResponseKnowsFormerNamesHeldUntilFieldEvent | RendezvousResponseEnrolResponseFieldEvent | RendezvousResponseListTokensTokensHashFieldEvent | RendezvousResponseListTokensTokensMadeAtFieldEvent | RendezvousResponseListTokensTokensExpiresAtFieldEvent | RendezvousResponseListTokensMostFieldEvent | RendezvousResponseStartVaultLoginAccountFieldEvent | RendezvousResponseStartVaultLoginResponseFieldEvent | RendezvousResponseStartVaultLoginHandleFieldEvent | RendezvousResponseFinishVaultLoginSealedFieldEvent | RendezvousResponseFinishVaultLoginVersionFieldEvent | RendezvousResponseLogHeadProofFieldEvent | RendezvousResponseLogProveProofFieldEvent | RendezvousResponseLogBetweenHashesFieldEvent | RendezvousResponsePresentDeviceNewestCertificatePayloadFieldEvent | RendezvousResponsePresentDeviceNewestCertificateSignatureFieldEvent | RendezvousResponsePresentDeviceNewestSignedInAtFieldEvent | RendezvousResponsePresentDeviceNewestOriginFieldEvent | RendezvousResponsePresentDeviceNewestLabelFieldEvent>;
}
export interface RendezvousPush {
    mailWaiting?: MailWaiting;
    requestWaiting?: RequestWaiting;
    sessionReplaced?: SessionReplaced;
    serverClosing?: ServerClosing;
    prekeysLow?: PrekeysLow;
    relayLimit?: RelayLimit;
}
export declare namespace RendezvousPush {
    const codec: () => Codec<RendezvousPush>;
    interface RendezvousPushMailWaitingHighestFieldEvent {
        field: '$.mailWaiting.highest';
        value: bigint;
    }
    interface RendezvousPushRequestWaitingWaitingFieldEvent {
        field: '$.requestWaiting.waiting';
        value: number;
    }
    interface RendezvousPushSessionReplacedEpochFieldEvent {
        field: '$.sessionReplaced.epoch';
        value: bigint;
    }
    interface RendezvousPushSessionReplacedNewestCertificatePayloadFieldEvent {
        field: '$.sessionReplaced.newest.certificate.payload';
        value: Uint8Array;
    }
    interface RendezvousPushSessionReplacedNewestCertificateSignatureFieldEvent {
        field: '$.sessionReplaced.newest.certificate.signature';
        value: Uint8Array;
    }
    interface RendezvousPushSessionReplacedNewestSignedInAtFieldEvent {
        field: '$.sessionReplaced.newest.signedInAt';
        value: bigint;
    }
    interface RendezvousPushSessionReplacedNewestOriginFieldEvent {
        field: '$.sessionReplaced.newest.origin';
        value: Uint8Array;
    }
    interface RendezvousPushSessionReplacedNewestLabelFieldEvent {
        field: '$.sessionReplaced.newest.label';
        value: Uint8Array;
    }
    interface RendezvousPushPrekeysLowLeftFieldEvent {
        field: '$.prekeysLow.left';
        value: number;
    }
    interface RendezvousPushRelayLimitScopeFieldEvent {
        field: '$.relayLimit.scope';
        value: number;
    }
    interface RendezvousPushRelayLimitRetryAfterMsFieldEvent {
        field: '$.relayLimit.retryAfterMs';
        value: bigint;
    }
    function encode(obj: Partial<RendezvousPush>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<RendezvousPush>): RendezvousPush;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<RendezvousPush>): Generator<RendezvousPushMailWaitingHighestFieldEvent | RendezvousPushRequestWaitingWaitingFieldEvent | RendezvousPushSessionReplacedEpochFieldEvent | RendezvousPushSessionReplacedNewestCertificatePayloadFieldEvent | RendezvousPushSessionReplacedNewestCertificateSignatureFieldEvent | RendezvousPushSessionReplacedNewestSignedInAtFieldEvent | RendezvousPushSessionReplacedNewestOriginFieldEvent | RendezvousPushSessionReplacedNewestLabelFieldEvent | RendezvousPushPrekeysLowLeftFieldEvent | RendezvousPushRelayLimitScopeFieldEvent | RendezvousPushRelayLimitRetryAfterMsFieldEvent>;
}
export interface ServerHelloRequest {
    version: number;
}
export declare namespace ServerHelloRequest {
    const codec: () => Codec<ServerHelloRequest>;
    interface ServerHelloRequestVersionFieldEvent {
        field: '$.version';
        value: number;
    }
    function encode(obj: Partial<ServerHelloRequest>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<ServerHelloRequest>): ServerHelloRequest;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<ServerHelloRequest>): Generator<ServerHelloRequestVersionFieldEvent>;
}
export interface ServerHelloResponse {
    statement?: Signed;
    openings: StoreOpening[];
}
export declare namespace ServerHelloResponse {
    const codec: () => Codec<ServerHelloResponse>;
    interface ServerHelloResponseStatementPayloadFieldEvent {
        field: '$.statement.payload';
        value: Uint8Array;
    }
    interface ServerHelloResponseStatementSignatureFieldEvent {
        field: '$.statement.signature';
        value: Uint8Array;
    }
    interface ServerHelloResponseOpeningsCountFieldEvent {
        field: '$.openings[].count';
        value: number;
        index: number;
    }
    interface ServerHelloResponseOpeningsIdFieldEvent {
        field: '$.openings[].id';
        value: Uint8Array;
        index: number;
    }
    function encode(obj: Partial<ServerHelloResponse>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<ServerHelloResponse>): ServerHelloResponse;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<ServerHelloResponse>): Generator<ServerHelloResponseStatementPayloadFieldEvent | ServerHelloResponseStatementSignatureFieldEvent | ServerHelloResponseOpeningsCountFieldEvent | ServerHelloResponseOpeningsIdFieldEvent>;
}
export interface StoreOpening {
    count: number;
    id: Uint8Array;
}
export declare namespace StoreOpening {
    const codec: () => Codec<StoreOpening>;
    interface StoreOpeningCountFieldEvent {
        field: '$.count';
        value: number;
    }
    interface StoreOpeningIdFieldEvent {
        field: '$.id';
        value: Uint8Array;
    }
    function encode(obj: Partial<StoreOpening>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<StoreOpening>): StoreOpening;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<StoreOpening>): Generator<StoreOpeningCountFieldEvent | StoreOpeningIdFieldEvent>;
}
export interface ChallengeRequest {
}
export declare namespace ChallengeRequest {
    const codec: () => Codec<ChallengeRequest>;
    function encode(obj: Partial<ChallengeRequest>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<ChallengeRequest>): ChallengeRequest;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<ChallengeRequest>): Generator<{}>;
}
export interface ChallengeResponse {
    nonce: Uint8Array;
}
export declare namespace ChallengeResponse {
    const codec: () => Codec<ChallengeResponse>;
    interface ChallengeResponseNonceFieldEvent {
        field: '$.nonce';
        value: Uint8Array;
    }
    function encode(obj: Partial<ChallengeResponse>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<ChallengeResponse>): ChallengeResponse;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<ChallengeResponse>): Generator<ChallengeResponseNonceFieldEvent>;
}
export interface RegisterRequest {
    statement?: Signed;
    certificate?: Signed;
    clientNonce: Uint8Array;
    proof: Uint8Array;
    email: string;
    token: Uint8Array;
}
export declare namespace RegisterRequest {
    const codec: () => Codec<RegisterRequest>;
    interface RegisterRequestStatementPayloadFieldEvent {
        field: '$.statement.payload';
        value: Uint8Array;
    }
    interface RegisterRequestStatementSignatureFieldEvent {
        field: '$.statement.signature';
        value: Uint8Array;
    }
    interface RegisterRequestCertificatePayloadFieldEvent {
        field: '$.certificate.payload';
        value: Uint8Array;
    }
    interface RegisterRequestCertificateSignatureFieldEvent {
        field: '$.certificate.signature';
        value: Uint8Array;
    }
    interface RegisterRequestClientNonceFieldEvent {
        field: '$.clientNonce';
        value: Uint8Array;
    }
    interface RegisterRequestProofFieldEvent {
        field: '$.proof';
        value: Uint8Array;
    }
    interface RegisterRequestEmailFieldEvent {
        field: '$.email';
        value: string;
    }
    interface RegisterRequestTokenFieldEvent {
        field: '$.token';
        value: Uint8Array;
    }
    function encode(obj: Partial<RegisterRequest>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<RegisterRequest>): RegisterRequest;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<RegisterRequest>): Generator<RegisterRequestStatementPayloadFieldEvent | RegisterRequestStatementSignatureFieldEvent | RegisterRequestCertificatePayloadFieldEvent | RegisterRequestCertificateSignatureFieldEvent | RegisterRequestClientNonceFieldEvent | RegisterRequestProofFieldEvent | RegisterRequestEmailFieldEvent | RegisterRequestTokenFieldEvent>;
}
export interface RegisterResponse {
    account: Uint8Array;
}
export declare namespace RegisterResponse {
    const codec: () => Codec<RegisterResponse>;
    interface RegisterResponseAccountFieldEvent {
        field: '$.account';
        value: Uint8Array;
    }
    function encode(obj: Partial<RegisterResponse>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<RegisterResponse>): RegisterResponse;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<RegisterResponse>): Generator<RegisterResponseAccountFieldEvent>;
}
export interface LoginRequest {
    account: Uint8Array;
    certificate?: Signed;
    clientNonce: Uint8Array;
    proof: Uint8Array;
    label: Uint8Array;
}
export declare namespace LoginRequest {
    const codec: () => Codec<LoginRequest>;
    interface LoginRequestAccountFieldEvent {
        field: '$.account';
        value: Uint8Array;
    }
    interface LoginRequestCertificatePayloadFieldEvent {
        field: '$.certificate.payload';
        value: Uint8Array;
    }
    interface LoginRequestCertificateSignatureFieldEvent {
        field: '$.certificate.signature';
        value: Uint8Array;
    }
    interface LoginRequestClientNonceFieldEvent {
        field: '$.clientNonce';
        value: Uint8Array;
    }
    interface LoginRequestProofFieldEvent {
        field: '$.proof';
        value: Uint8Array;
    }
    interface LoginRequestLabelFieldEvent {
        field: '$.label';
        value: Uint8Array;
    }
    function encode(obj: Partial<LoginRequest>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<LoginRequest>): LoginRequest;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<LoginRequest>): Generator<LoginRequestAccountFieldEvent | LoginRequestCertificatePayloadFieldEvent | LoginRequestCertificateSignatureFieldEvent | LoginRequestClientNonceFieldEvent | LoginRequestProofFieldEvent | LoginRequestLabelFieldEvent>;
}
export interface LoginResponse {
    highestMail: bigint;
    waitingMail: number;
    waitingRequests: number;
    prekeysLeft: number;
    bundleCurrent: boolean;
}
export declare namespace LoginResponse {
    const codec: () => Codec<LoginResponse>;
    interface LoginResponseHighestMailFieldEvent {
        field: '$.highestMail';
        value: bigint;
    }
    interface LoginResponseWaitingMailFieldEvent {
        field: '$.waitingMail';
        value: number;
    }
    interface LoginResponseWaitingRequestsFieldEvent {
        field: '$.waitingRequests';
        value: number;
    }
    interface LoginResponsePrekeysLeftFieldEvent {
        field: '$.prekeysLeft';
        value: number;
    }
    interface LoginResponseBundleCurrentFieldEvent {
        field: '$.bundleCurrent';
        value: boolean;
    }
    function encode(obj: Partial<LoginResponse>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<LoginResponse>): LoginResponse;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<LoginResponse>): Generator<LoginResponseHighestMailFieldEvent | LoginResponseWaitingMailFieldEvent | LoginResponseWaitingRequestsFieldEvent | LoginResponsePrekeysLeftFieldEvent | LoginResponseBundleCurrentFieldEvent>;
}
export interface PresentDeviceRequest {
}
export declare namespace PresentDeviceRequest {
    const codec: () => Codec<PresentDeviceRequest>;
    function encode(obj: Partial<PresentDeviceRequest>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<PresentDeviceRequest>): PresentDeviceRequest;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<PresentDeviceRequest>): Generator<{}>;
}
export interface PresentDeviceResponse {
    newest?: NewestDevice;
}
export declare namespace PresentDeviceResponse {
    const codec: () => Codec<PresentDeviceResponse>;
    interface PresentDeviceResponseNewestCertificatePayloadFieldEvent {
        field: '$.newest.certificate.payload';
        value: Uint8Array;
    }
    interface PresentDeviceResponseNewestCertificateSignatureFieldEvent {
        field: '$.newest.certificate.signature';
        value: Uint8Array;
    }
    interface PresentDeviceResponseNewestSignedInAtFieldEvent {
        field: '$.newest.signedInAt';
        value: bigint;
    }
    interface PresentDeviceResponseNewestOriginFieldEvent {
        field: '$.newest.origin';
        value: Uint8Array;
    }
    interface PresentDeviceResponseNewestLabelFieldEvent {
        field: '$.newest.label';
        value: Uint8Array;
    }
    function encode(obj: Partial<PresentDeviceResponse>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<PresentDeviceResponse>): PresentDeviceResponse;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<PresentDeviceResponse>): Generator<PresentDeviceResponseNewestCertificatePayloadFieldEvent | PresentDeviceResponseNewestCertificateSignatureFieldEvent | PresentDeviceResponseNewestSignedInAtFieldEvent | PresentDeviceResponseNewestOriginFieldEvent | PresentDeviceResponseNewestLabelFieldEvent>;
}
export interface NewestDevice {
    certificate?: Signed;
    signedInAt: bigint;
    origin: Uint8Array;
    label: Uint8Array;
}
export declare namespace NewestDevice {
    const codec: () => Codec<NewestDevice>;
    interface NewestDeviceCertificatePayloadFieldEvent {
        field: '$.certificate.payload';
        value: Uint8Array;
    }
    interface NewestDeviceCertificateSignatureFieldEvent {
        field: '$.certificate.signature';
        value: Uint8Array;
    }
    interface NewestDeviceSignedInAtFieldEvent {
        field: '$.signedInAt';
        value: bigint;
    }
    interface NewestDeviceOriginFieldEvent {
        field: '$.origin';
        value: Uint8Array;
    }
    interface NewestDeviceLabelFieldEvent {
        field: '$.label';
        value: Uint8Array;
    }
    function encode(obj: Partial<NewestDevice>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<NewestDevice>): NewestDevice;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<NewestDevice>): Generator<NewestDeviceCertificatePayloadFieldEvent | NewestDeviceCertificateSignatureFieldEvent | NewestDeviceSignedInAtFieldEvent | NewestDeviceOriginFieldEvent | NewestDeviceLabelFieldEvent>;
}
export interface IntroduceRequest {
    statement?: Signed;
    certificate?: Signed;
}
export declare namespace IntroduceRequest {
    const codec: () => Codec<IntroduceRequest>;
    interface IntroduceRequestStatementPayloadFieldEvent {
        field: '$.statement.payload';
        value: Uint8Array;
    }
    interface IntroduceRequestStatementSignatureFieldEvent {
        field: '$.statement.signature';
        value: Uint8Array;
    }
    interface IntroduceRequestCertificatePayloadFieldEvent {
        field: '$.certificate.payload';
        value: Uint8Array;
    }
    interface IntroduceRequestCertificateSignatureFieldEvent {
        field: '$.certificate.signature';
        value: Uint8Array;
    }
    function encode(obj: Partial<IntroduceRequest>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<IntroduceRequest>): IntroduceRequest;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<IntroduceRequest>): Generator<IntroduceRequestStatementPayloadFieldEvent | IntroduceRequestStatementSignatureFieldEvent | IntroduceRequestCertificatePayloadFieldEvent | IntroduceRequestCertificateSignatureFieldEvent>;
}
export interface IntroduceResponse {
}
export declare namespace IntroduceResponse {
    const codec: () => Codec<IntroduceResponse>;
    function encode(obj: Partial<IntroduceResponse>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<IntroduceResponse>): IntroduceResponse;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<IntroduceResponse>): Generator<{}>;
}
export interface LogoutRequest {
}
export declare namespace LogoutRequest {
    const codec: () => Codec<LogoutRequest>;
    function encode(obj: Partial<LogoutRequest>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<LogoutRequest>): LogoutRequest;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<LogoutRequest>): Generator<{}>;
}
export interface LogoutResponse {
}
export declare namespace LogoutResponse {
    const codec: () => Codec<LogoutResponse>;
    function encode(obj: Partial<LogoutResponse>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<LogoutResponse>): LogoutResponse;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<LogoutResponse>): Generator<{}>;
}
export interface LookupRequest {
    name?: string;
    account?: Uint8Array;
    kept?: LogKept;
}
export declare namespace LookupRequest {
    const codec: () => Codec<LookupRequest>;
    interface LookupRequestNameFieldEvent {
        field: '$.name';
        value: string;
    }
    interface LookupRequestAccountFieldEvent {
        field: '$.account';
        value: Uint8Array;
    }
    interface LookupRequestKeptLogFieldEvent {
        field: '$.kept.log';
        value: Uint8Array;
    }
    interface LookupRequestKeptSizeFieldEvent {
        field: '$.kept.size';
        value: bigint;
    }
    function encode(obj: Partial<LookupRequest>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<LookupRequest>): LookupRequest;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<LookupRequest>): Generator<LookupRequestNameFieldEvent | LookupRequestAccountFieldEvent | LookupRequestKeptLogFieldEvent | LookupRequestKeptSizeFieldEvent>;
}
export interface LookupResponse {
    account: Uint8Array;
    statements: Signed[];
    certificate?: Signed;
    proof: Uint8Array;
}
export declare namespace LookupResponse {
    const codec: () => Codec<LookupResponse>;
    interface LookupResponseAccountFieldEvent {
        field: '$.account';
        value: Uint8Array;
    }
    interface LookupResponseStatementsPayloadFieldEvent {
        field: '$.statements[].payload';
        value: Uint8Array;
        index: number;
    }
    interface LookupResponseStatementsSignatureFieldEvent {
        field: '$.statements[].signature';
        value: Uint8Array;
        index: number;
    }
    interface LookupResponseCertificatePayloadFieldEvent {
        field: '$.certificate.payload';
        value: Uint8Array;
    }
    interface LookupResponseCertificateSignatureFieldEvent {
        field: '$.certificate.signature';
        value: Uint8Array;
    }
    interface LookupResponseProofFieldEvent {
        field: '$.proof';
        value: Uint8Array;
    }
    function encode(obj: Partial<LookupResponse>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<LookupResponse>): LookupResponse;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<LookupResponse>): Generator<LookupResponseAccountFieldEvent | LookupResponseStatementsPayloadFieldEvent | LookupResponseStatementsSignatureFieldEvent | LookupResponseCertificatePayloadFieldEvent | LookupResponseCertificateSignatureFieldEvent | LookupResponseProofFieldEvent>;
}
export interface LogKept {
    log: Uint8Array;
    size: bigint;
}
export declare namespace LogKept {
    const codec: () => Codec<LogKept>;
    interface LogKeptLogFieldEvent {
        field: '$.log';
        value: Uint8Array;
    }
    interface LogKeptSizeFieldEvent {
        field: '$.size';
        value: bigint;
    }
    function encode(obj: Partial<LogKept>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<LogKept>): LogKept;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<LogKept>): Generator<LogKeptLogFieldEvent | LogKeptSizeFieldEvent>;
}
export interface LogHeadRequest {
    kept?: LogKept;
    head?: Signed;
}
export declare namespace LogHeadRequest {
    const codec: () => Codec<LogHeadRequest>;
    interface LogHeadRequestKeptLogFieldEvent {
        field: '$.kept.log';
        value: Uint8Array;
    }
    interface LogHeadRequestKeptSizeFieldEvent {
        field: '$.kept.size';
        value: bigint;
    }
    interface LogHeadRequestHeadPayloadFieldEvent {
        field: '$.head.payload';
        value: Uint8Array;
    }
    interface LogHeadRequestHeadSignatureFieldEvent {
        field: '$.head.signature';
        value: Uint8Array;
    }
    function encode(obj: Partial<LogHeadRequest>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<LogHeadRequest>): LogHeadRequest;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<LogHeadRequest>): Generator<LogHeadRequestKeptLogFieldEvent | LogHeadRequestKeptSizeFieldEvent | LogHeadRequestHeadPayloadFieldEvent | LogHeadRequestHeadSignatureFieldEvent>;
}
export interface LogHeadResponse {
    proof: Uint8Array;
}
export declare namespace LogHeadResponse {
    const codec: () => Codec<LogHeadResponse>;
    interface LogHeadResponseProofFieldEvent {
        field: '$.proof';
        value: Uint8Array;
    }
    function encode(obj: Partial<LogHeadResponse>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<LogHeadResponse>): LogHeadResponse;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<LogHeadResponse>): Generator<LogHeadResponseProofFieldEvent>;
}
export interface LogProveRequest {
    kept?: LogKept;
    key: Uint8Array;
}
export declare namespace LogProveRequest {
    const codec: () => Codec<LogProveRequest>;
    interface LogProveRequestKeptLogFieldEvent {
        field: '$.kept.log';
        value: Uint8Array;
    }
    interface LogProveRequestKeptSizeFieldEvent {
        field: '$.kept.size';
        value: bigint;
    }
    interface LogProveRequestKeyFieldEvent {
        field: '$.key';
        value: Uint8Array;
    }
    function encode(obj: Partial<LogProveRequest>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<LogProveRequest>): LogProveRequest;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<LogProveRequest>): Generator<LogProveRequestKeptLogFieldEvent | LogProveRequestKeptSizeFieldEvent | LogProveRequestKeyFieldEvent>;
}
export interface LogProveResponse {
    proof: Uint8Array;
}
export declare namespace LogProveResponse {
    const codec: () => Codec<LogProveResponse>;
    interface LogProveResponseProofFieldEvent {
        field: '$.proof';
        value: Uint8Array;
    }
    function encode(obj: Partial<LogProveResponse>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<LogProveResponse>): LogProveResponse;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<LogProveResponse>): Generator<LogProveResponseProofFieldEvent>;
}
export interface LogBetweenRequest {
    log: Uint8Array;
    smaller: bigint;
    greater: bigint;
}
export declare namespace LogBetweenRequest {
    const codec: () => Codec<LogBetweenRequest>;
    interface LogBetweenRequestLogFieldEvent {
        field: '$.log';
        value: Uint8Array;
    }
    interface LogBetweenRequestSmallerFieldEvent {
        field: '$.smaller';
        value: bigint;
    }
    interface LogBetweenRequestGreaterFieldEvent {
        field: '$.greater';
        value: bigint;
    }
    function encode(obj: Partial<LogBetweenRequest>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<LogBetweenRequest>): LogBetweenRequest;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<LogBetweenRequest>): Generator<LogBetweenRequestLogFieldEvent | LogBetweenRequestSmallerFieldEvent | LogBetweenRequestGreaterFieldEvent>;
}
export interface LogBetweenResponse {
    hashes: Uint8Array;
}
export declare namespace LogBetweenResponse {
    const codec: () => Codec<LogBetweenResponse>;
    interface LogBetweenResponseHashesFieldEvent {
        field: '$.hashes';
        value: Uint8Array;
    }
    function encode(obj: Partial<LogBetweenResponse>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<LogBetweenResponse>): LogBetweenResponse;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<LogBetweenResponse>): Generator<LogBetweenResponseHashesFieldEvent>;
}
export interface PublishPrekeysRequest {
    bundle?: Signed;
    oneTime: Uint8Array[];
}
export declare namespace PublishPrekeysRequest {
    const codec: () => Codec<PublishPrekeysRequest>;
    interface PublishPrekeysRequestBundlePayloadFieldEvent {
        field: '$.bundle.payload';
        value: Uint8Array;
    }
    interface PublishPrekeysRequestBundleSignatureFieldEvent {
        field: '$.bundle.signature';
        value: Uint8Array;
    }
    interface PublishPrekeysRequestOneTimeFieldEvent {
        field: '$.oneTime[]';
        index: number;
        value: Uint8Array;
    }
    function encode(obj: Partial<PublishPrekeysRequest>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<PublishPrekeysRequest>): PublishPrekeysRequest;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<PublishPrekeysRequest>): Generator<PublishPrekeysRequestBundlePayloadFieldEvent | PublishPrekeysRequestBundleSignatureFieldEvent | PublishPrekeysRequestOneTimeFieldEvent>;
}
export interface PublishPrekeysResponse {
}
export declare namespace PublishPrekeysResponse {
    const codec: () => Codec<PublishPrekeysResponse>;
    function encode(obj: Partial<PublishPrekeysResponse>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<PublishPrekeysResponse>): PublishPrekeysResponse;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<PublishPrekeysResponse>): Generator<{}>;
}
export interface FetchPrekeysRequest {
    account: Uint8Array;
}
export declare namespace FetchPrekeysRequest {
    const codec: () => Codec<FetchPrekeysRequest>;
    interface FetchPrekeysRequestAccountFieldEvent {
        field: '$.account';
        value: Uint8Array;
    }
    function encode(obj: Partial<FetchPrekeysRequest>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<FetchPrekeysRequest>): FetchPrekeysRequest;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<FetchPrekeysRequest>): Generator<FetchPrekeysRequestAccountFieldEvent>;
}
export interface FetchPrekeysResponse {
    bundle?: Signed;
    oneTime: Uint8Array;
    certificate?: Signed;
}
export declare namespace FetchPrekeysResponse {
    const codec: () => Codec<FetchPrekeysResponse>;
    interface FetchPrekeysResponseBundlePayloadFieldEvent {
        field: '$.bundle.payload';
        value: Uint8Array;
    }
    interface FetchPrekeysResponseBundleSignatureFieldEvent {
        field: '$.bundle.signature';
        value: Uint8Array;
    }
    interface FetchPrekeysResponseOneTimeFieldEvent {
        field: '$.oneTime';
        value: Uint8Array;
    }
    interface FetchPrekeysResponseCertificatePayloadFieldEvent {
        field: '$.certificate.payload';
        value: Uint8Array;
    }
    interface FetchPrekeysResponseCertificateSignatureFieldEvent {
        field: '$.certificate.signature';
        value: Uint8Array;
    }
    function encode(obj: Partial<FetchPrekeysResponse>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<FetchPrekeysResponse>): FetchPrekeysResponse;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<FetchPrekeysResponse>): Generator<FetchPrekeysResponseBundlePayloadFieldEvent | FetchPrekeysResponseBundleSignatureFieldEvent | FetchPrekeysResponseOneTimeFieldEvent | FetchPrekeysResponseCertificatePayloadFieldEvent | FetchPrekeysResponseCertificateSignatureFieldEvent>;
}
export interface PublishAddressRequest {
    record?: Signed;
}
export declare namespace PublishAddressRequest {
    const codec: () => Codec<PublishAddressRequest>;
    interface PublishAddressRequestRecordPayloadFieldEvent {
        field: '$.record.payload';
        value: Uint8Array;
    }
    interface PublishAddressRequestRecordSignatureFieldEvent {
        field: '$.record.signature';
        value: Uint8Array;
    }
    function encode(obj: Partial<PublishAddressRequest>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<PublishAddressRequest>): PublishAddressRequest;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<PublishAddressRequest>): Generator<PublishAddressRequestRecordPayloadFieldEvent | PublishAddressRequestRecordSignatureFieldEvent>;
}
export interface PublishAddressResponse {
}
export declare namespace PublishAddressResponse {
    const codec: () => Codec<PublishAddressResponse>;
    function encode(obj: Partial<PublishAddressResponse>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<PublishAddressResponse>): PublishAddressResponse;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<PublishAddressResponse>): Generator<{}>;
}
export interface FetchAddressRequest {
    account: Uint8Array;
}
export declare namespace FetchAddressRequest {
    const codec: () => Codec<FetchAddressRequest>;
    interface FetchAddressRequestAccountFieldEvent {
        field: '$.account';
        value: Uint8Array;
    }
    function encode(obj: Partial<FetchAddressRequest>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<FetchAddressRequest>): FetchAddressRequest;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<FetchAddressRequest>): Generator<FetchAddressRequestAccountFieldEvent>;
}
export interface FetchAddressResponse {
    record?: Signed;
    certificate?: Signed;
}
export declare namespace FetchAddressResponse {
    const codec: () => Codec<FetchAddressResponse>;
    interface FetchAddressResponseRecordPayloadFieldEvent {
        field: '$.record.payload';
        value: Uint8Array;
    }
    interface FetchAddressResponseRecordSignatureFieldEvent {
        field: '$.record.signature';
        value: Uint8Array;
    }
    interface FetchAddressResponseCertificatePayloadFieldEvent {
        field: '$.certificate.payload';
        value: Uint8Array;
    }
    interface FetchAddressResponseCertificateSignatureFieldEvent {
        field: '$.certificate.signature';
        value: Uint8Array;
    }
    function encode(obj: Partial<FetchAddressResponse>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<FetchAddressResponse>): FetchAddressResponse;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<FetchAddressResponse>): Generator<FetchAddressResponseRecordPayloadFieldEvent | FetchAddressResponseRecordSignatureFieldEvent | FetchAddressResponseCertificatePayloadFieldEvent | FetchAddressResponseCertificateSignatureFieldEvent>;
}
export interface SendFriendRequestRequest {
    to: Uint8Array;
    sealed: Uint8Array;
}
export declare namespace SendFriendRequestRequest {
    const codec: () => Codec<SendFriendRequestRequest>;
    interface SendFriendRequestRequestToFieldEvent {
        field: '$.to';
        value: Uint8Array;
    }
    interface SendFriendRequestRequestSealedFieldEvent {
        field: '$.sealed';
        value: Uint8Array;
    }
    function encode(obj: Partial<SendFriendRequestRequest>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<SendFriendRequestRequest>): SendFriendRequestRequest;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<SendFriendRequestRequest>): Generator<SendFriendRequestRequestToFieldEvent | SendFriendRequestRequestSealedFieldEvent>;
}
export interface SendFriendRequestResponse {
}
export declare namespace SendFriendRequestResponse {
    const codec: () => Codec<SendFriendRequestResponse>;
    function encode(obj: Partial<SendFriendRequestResponse>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<SendFriendRequestResponse>): SendFriendRequestResponse;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<SendFriendRequestResponse>): Generator<{}>;
}
export interface ListFriendRequestsRequest {
}
export declare namespace ListFriendRequestsRequest {
    const codec: () => Codec<ListFriendRequestsRequest>;
    function encode(obj: Partial<ListFriendRequestsRequest>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<ListFriendRequestsRequest>): ListFriendRequestsRequest;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<ListFriendRequestsRequest>): Generator<{}>;
}
export interface ListFriendRequestsResponse {
    requests: WaitingFriendRequest[];
}
export declare namespace ListFriendRequestsResponse {
    const codec: () => Codec<ListFriendRequestsResponse>;
    interface ListFriendRequestsResponseRequestsFromFieldEvent {
        field: '$.requests[].from';
        value: Uint8Array;
        index: number;
    }
    interface ListFriendRequestsResponseRequestsSealedFieldEvent {
        field: '$.requests[].sealed';
        value: Uint8Array;
        index: number;
    }
    interface ListFriendRequestsResponseRequestsReceivedAtFieldEvent {
        field: '$.requests[].receivedAt';
        value: bigint;
        index: number;
    }
    function encode(obj: Partial<ListFriendRequestsResponse>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<ListFriendRequestsResponse>): ListFriendRequestsResponse;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<ListFriendRequestsResponse>): Generator<ListFriendRequestsResponseRequestsFromFieldEvent | ListFriendRequestsResponseRequestsSealedFieldEvent | ListFriendRequestsResponseRequestsReceivedAtFieldEvent>;
}
export interface WaitingFriendRequest {
    from: Uint8Array;
    sealed: Uint8Array;
    receivedAt: bigint;
}
export declare namespace WaitingFriendRequest {
    const codec: () => Codec<WaitingFriendRequest>;
    interface WaitingFriendRequestFromFieldEvent {
        field: '$.from';
        value: Uint8Array;
    }
    interface WaitingFriendRequestSealedFieldEvent {
        field: '$.sealed';
        value: Uint8Array;
    }
    interface WaitingFriendRequestReceivedAtFieldEvent {
        field: '$.receivedAt';
        value: bigint;
    }
    function encode(obj: Partial<WaitingFriendRequest>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<WaitingFriendRequest>): WaitingFriendRequest;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<WaitingFriendRequest>): Generator<WaitingFriendRequestFromFieldEvent | WaitingFriendRequestSealedFieldEvent | WaitingFriendRequestReceivedAtFieldEvent>;
}
export interface AnswerFriendRequestRequest {
    from: Uint8Array;
    outcome: number;
}
export declare namespace AnswerFriendRequestRequest {
    const codec: () => Codec<AnswerFriendRequestRequest>;
    interface AnswerFriendRequestRequestFromFieldEvent {
        field: '$.from';
        value: Uint8Array;
    }
    interface AnswerFriendRequestRequestOutcomeFieldEvent {
        field: '$.outcome';
        value: number;
    }
    function encode(obj: Partial<AnswerFriendRequestRequest>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<AnswerFriendRequestRequest>): AnswerFriendRequestRequest;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<AnswerFriendRequestRequest>): Generator<AnswerFriendRequestRequestFromFieldEvent | AnswerFriendRequestRequestOutcomeFieldEvent>;
}
export interface AnswerFriendRequestResponse {
}
export declare namespace AnswerFriendRequestResponse {
    const codec: () => Codec<AnswerFriendRequestResponse>;
    function encode(obj: Partial<AnswerFriendRequestResponse>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<AnswerFriendRequestResponse>): AnswerFriendRequestResponse;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<AnswerFriendRequestResponse>): Generator<{}>;
}
export interface PutGrantRequest {
    grant?: Signed;
}
export declare namespace PutGrantRequest {
    const codec: () => Codec<PutGrantRequest>;
    interface PutGrantRequestGrantPayloadFieldEvent {
        field: '$.grant.payload';
        value: Uint8Array;
    }
    interface PutGrantRequestGrantSignatureFieldEvent {
        field: '$.grant.signature';
        value: Uint8Array;
    }
    function encode(obj: Partial<PutGrantRequest>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<PutGrantRequest>): PutGrantRequest;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<PutGrantRequest>): Generator<PutGrantRequestGrantPayloadFieldEvent | PutGrantRequestGrantSignatureFieldEvent>;
}
export interface PutGrantResponse {
}
export declare namespace PutGrantResponse {
    const codec: () => Codec<PutGrantResponse>;
    function encode(obj: Partial<PutGrantResponse>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<PutGrantResponse>): PutGrantResponse;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<PutGrantResponse>): Generator<{}>;
}
export interface RevokeGrantRequest {
    revocation?: Signed;
}
export declare namespace RevokeGrantRequest {
    const codec: () => Codec<RevokeGrantRequest>;
    interface RevokeGrantRequestRevocationPayloadFieldEvent {
        field: '$.revocation.payload';
        value: Uint8Array;
    }
    interface RevokeGrantRequestRevocationSignatureFieldEvent {
        field: '$.revocation.signature';
        value: Uint8Array;
    }
    function encode(obj: Partial<RevokeGrantRequest>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<RevokeGrantRequest>): RevokeGrantRequest;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<RevokeGrantRequest>): Generator<RevokeGrantRequestRevocationPayloadFieldEvent | RevokeGrantRequestRevocationSignatureFieldEvent>;
}
export interface RevokeGrantResponse {
}
export declare namespace RevokeGrantResponse {
    const codec: () => Codec<RevokeGrantResponse>;
    function encode(obj: Partial<RevokeGrantResponse>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<RevokeGrantResponse>): RevokeGrantResponse;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<RevokeGrantResponse>): Generator<{}>;
}
export interface DepositRequest {
    owner: Uint8Array;
    envelope: Uint8Array;
    grant?: Signed;
}
export declare namespace DepositRequest {
    const codec: () => Codec<DepositRequest>;
    interface DepositRequestOwnerFieldEvent {
        field: '$.owner';
        value: Uint8Array;
    }
    interface DepositRequestEnvelopeFieldEvent {
        field: '$.envelope';
        value: Uint8Array;
    }
    interface DepositRequestGrantPayloadFieldEvent {
        field: '$.grant.payload';
        value: Uint8Array;
    }
    interface DepositRequestGrantSignatureFieldEvent {
        field: '$.grant.signature';
        value: Uint8Array;
    }
    function encode(obj: Partial<DepositRequest>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<DepositRequest>): DepositRequest;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<DepositRequest>): Generator<DepositRequestOwnerFieldEvent | DepositRequestEnvelopeFieldEvent | DepositRequestGrantPayloadFieldEvent | DepositRequestGrantSignatureFieldEvent>;
}
export interface DepositResponse {
    receipt?: Signed;
}
export declare namespace DepositResponse {
    const codec: () => Codec<DepositResponse>;
    interface DepositResponseReceiptPayloadFieldEvent {
        field: '$.receipt.payload';
        value: Uint8Array;
    }
    interface DepositResponseReceiptSignatureFieldEvent {
        field: '$.receipt.signature';
        value: Uint8Array;
    }
    function encode(obj: Partial<DepositResponse>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<DepositResponse>): DepositResponse;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<DepositResponse>): Generator<DepositResponseReceiptPayloadFieldEvent | DepositResponseReceiptSignatureFieldEvent>;
}
export interface DrainRequest {
    after: bigint;
    limit: number;
}
export declare namespace DrainRequest {
    const codec: () => Codec<DrainRequest>;
    interface DrainRequestAfterFieldEvent {
        field: '$.after';
        value: bigint;
    }
    interface DrainRequestLimitFieldEvent {
        field: '$.limit';
        value: number;
    }
    function encode(obj: Partial<DrainRequest>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<DrainRequest>): DrainRequest;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<DrainRequest>): Generator<DrainRequestAfterFieldEvent | DrainRequestLimitFieldEvent>;
}
export interface DrainResponse {
    mail: Mail[];
    more: boolean;
}
export declare namespace DrainResponse {
    const codec: () => Codec<DrainResponse>;
    interface DrainResponseMailSequenceFieldEvent {
        field: '$.mail[].sequence';
        value: bigint;
        index: number;
    }
    interface DrainResponseMailDepositorFieldEvent {
        field: '$.mail[].depositor';
        value: Uint8Array;
        index: number;
    }
    interface DrainResponseMailEnvelopeFieldEvent {
        field: '$.mail[].envelope';
        value: Uint8Array;
        index: number;
    }
    interface DrainResponseMailStoredAtFieldEvent {
        field: '$.mail[].storedAt';
        value: bigint;
        index: number;
    }
    interface DrainResponseMoreFieldEvent {
        field: '$.more';
        value: boolean;
    }
    function encode(obj: Partial<DrainResponse>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<DrainResponse>): DrainResponse;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<DrainResponse>): Generator<DrainResponseMailSequenceFieldEvent | DrainResponseMailDepositorFieldEvent | DrainResponseMailEnvelopeFieldEvent | DrainResponseMailStoredAtFieldEvent | DrainResponseMoreFieldEvent>;
}
export interface Mail {
    sequence: bigint;
    depositor: Uint8Array;
    envelope: Uint8Array;
    storedAt: bigint;
}
export declare namespace Mail {
    const codec: () => Codec<Mail>;
    interface MailSequenceFieldEvent {
        field: '$.sequence';
        value: bigint;
    }
    interface MailDepositorFieldEvent {
        field: '$.depositor';
        value: Uint8Array;
    }
    interface MailEnvelopeFieldEvent {
        field: '$.envelope';
        value: Uint8Array;
    }
    interface MailStoredAtFieldEvent {
        field: '$.storedAt';
        value: bigint;
    }
    function encode(obj: Partial<Mail>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<Mail>): Mail;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<Mail>): Generator<MailSequenceFieldEvent | MailDepositorFieldEvent | MailEnvelopeFieldEvent | MailStoredAtFieldEvent>;
}
export interface AcknowledgeRequest {
    upTo: bigint;
}
export declare namespace AcknowledgeRequest {
    const codec: () => Codec<AcknowledgeRequest>;
    interface AcknowledgeRequestUpToFieldEvent {
        field: '$.upTo';
        value: bigint;
    }
    function encode(obj: Partial<AcknowledgeRequest>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<AcknowledgeRequest>): AcknowledgeRequest;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<AcknowledgeRequest>): Generator<AcknowledgeRequestUpToFieldEvent>;
}
export interface AcknowledgeResponse {
}
export declare namespace AcknowledgeResponse {
    const codec: () => Codec<AcknowledgeResponse>;
    function encode(obj: Partial<AcknowledgeResponse>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<AcknowledgeResponse>): AcknowledgeResponse;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<AcknowledgeResponse>): Generator<{}>;
}
export interface SetBlockRequest {
    account: Uint8Array;
    blocked: boolean;
}
export declare namespace SetBlockRequest {
    const codec: () => Codec<SetBlockRequest>;
    interface SetBlockRequestAccountFieldEvent {
        field: '$.account';
        value: Uint8Array;
    }
    interface SetBlockRequestBlockedFieldEvent {
        field: '$.blocked';
        value: boolean;
    }
    function encode(obj: Partial<SetBlockRequest>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<SetBlockRequest>): SetBlockRequest;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<SetBlockRequest>): Generator<SetBlockRequestAccountFieldEvent | SetBlockRequestBlockedFieldEvent>;
}
export interface SetBlockResponse {
}
export declare namespace SetBlockResponse {
    const codec: () => Codec<SetBlockResponse>;
    function encode(obj: Partial<SetBlockResponse>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<SetBlockResponse>): SetBlockResponse;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<SetBlockResponse>): Generator<{}>;
}
export interface CreateTokenRequest {
}
export declare namespace CreateTokenRequest {
    const codec: () => Codec<CreateTokenRequest>;
    function encode(obj: Partial<CreateTokenRequest>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<CreateTokenRequest>): CreateTokenRequest;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<CreateTokenRequest>): Generator<{}>;
}
export interface CreateTokenResponse {
    token: Uint8Array;
    expiresAt: bigint;
}
export declare namespace CreateTokenResponse {
    const codec: () => Codec<CreateTokenResponse>;
    interface CreateTokenResponseTokenFieldEvent {
        field: '$.token';
        value: Uint8Array;
    }
    interface CreateTokenResponseExpiresAtFieldEvent {
        field: '$.expiresAt';
        value: bigint;
    }
    function encode(obj: Partial<CreateTokenResponse>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<CreateTokenResponse>): CreateTokenResponse;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<CreateTokenResponse>): Generator<CreateTokenResponseTokenFieldEvent | CreateTokenResponseExpiresAtFieldEvent>;
}
export interface ListTokensRequest {
}
export declare namespace ListTokensRequest {
    const codec: () => Codec<ListTokensRequest>;
    function encode(obj: Partial<ListTokensRequest>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<ListTokensRequest>): ListTokensRequest;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<ListTokensRequest>): Generator<{}>;
}
export interface ListTokensResponse {
    tokens: OpenToken[];
    most: number;
}
export declare namespace ListTokensResponse {
    const codec: () => Codec<ListTokensResponse>;
    interface ListTokensResponseTokensHashFieldEvent {
        field: '$.tokens[].hash';
        value: Uint8Array;
        index: number;
    }
    interface ListTokensResponseTokensMadeAtFieldEvent {
        field: '$.tokens[].madeAt';
        value: bigint;
        index: number;
    }
    interface ListTokensResponseTokensExpiresAtFieldEvent {
        field: '$.tokens[].expiresAt';
        value: bigint;
        index: number;
    }
    interface ListTokensResponseMostFieldEvent {
        field: '$.most';
        value: number;
    }
    function encode(obj: Partial<ListTokensResponse>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<ListTokensResponse>): ListTokensResponse;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<ListTokensResponse>): Generator<ListTokensResponseTokensHashFieldEvent | ListTokensResponseTokensMadeAtFieldEvent | ListTokensResponseTokensExpiresAtFieldEvent | ListTokensResponseMostFieldEvent>;
}
export interface OpenToken {
    hash: Uint8Array;
    madeAt: bigint;
    expiresAt: bigint;
}
export declare namespace OpenToken {
    const codec: () => Codec<OpenToken>;
    interface OpenTokenHashFieldEvent {
        field: '$.hash';
        value: Uint8Array;
    }
    interface OpenTokenMadeAtFieldEvent {
        field: '$.madeAt';
        value: bigint;
    }
    interface OpenTokenExpiresAtFieldEvent {
        field: '$.expiresAt';
        value: bigint;
    }
    function encode(obj: Partial<OpenToken>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<OpenToken>): OpenToken;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<OpenToken>): Generator<OpenTokenHashFieldEvent | OpenTokenMadeAtFieldEvent | OpenTokenExpiresAtFieldEvent>;
}
export interface RevokeTokenRequest {
    hash: Uint8Array;
}
export declare namespace RevokeTokenRequest {
    const codec: () => Codec<RevokeTokenRequest>;
    interface RevokeTokenRequestHashFieldEvent {
        field: '$.hash';
        value: Uint8Array;
    }
    function encode(obj: Partial<RevokeTokenRequest>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<RevokeTokenRequest>): RevokeTokenRequest;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<RevokeTokenRequest>): Generator<RevokeTokenRequestHashFieldEvent>;
}
export interface RevokeTokenResponse {
}
export declare namespace RevokeTokenResponse {
    const codec: () => Codec<RevokeTokenResponse>;
    function encode(obj: Partial<RevokeTokenResponse>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<RevokeTokenResponse>): RevokeTokenResponse;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<RevokeTokenResponse>): Generator<{}>;
}
export interface RenameRequest {
    statements: Signed[];
}
export declare namespace RenameRequest {
    const codec: () => Codec<RenameRequest>;
    interface RenameRequestStatementsPayloadFieldEvent {
        field: '$.statements[].payload';
        value: Uint8Array;
        index: number;
    }
    interface RenameRequestStatementsSignatureFieldEvent {
        field: '$.statements[].signature';
        value: Uint8Array;
        index: number;
    }
    function encode(obj: Partial<RenameRequest>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<RenameRequest>): RenameRequest;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<RenameRequest>): Generator<RenameRequestStatementsPayloadFieldEvent | RenameRequestStatementsSignatureFieldEvent>;
}
export interface RenameResponse {
}
export declare namespace RenameResponse {
    const codec: () => Codec<RenameResponse>;
    function encode(obj: Partial<RenameResponse>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<RenameResponse>): RenameResponse;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<RenameResponse>): Generator<{}>;
}
export interface PingRequest {
    payload: Uint8Array;
}
export declare namespace PingRequest {
    const codec: () => Codec<PingRequest>;
    interface PingRequestPayloadFieldEvent {
        field: '$.payload';
        value: Uint8Array;
    }
    function encode(obj: Partial<PingRequest>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<PingRequest>): PingRequest;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<PingRequest>): Generator<PingRequestPayloadFieldEvent>;
}
export interface PingResponse {
    payload: Uint8Array;
    time: bigint;
    seenAs: string;
}
export declare namespace PingResponse {
    const codec: () => Codec<PingResponse>;
    interface PingResponsePayloadFieldEvent {
        field: '$.payload';
        value: Uint8Array;
    }
    interface PingResponseTimeFieldEvent {
        field: '$.time';
        value: bigint;
    }
    interface PingResponseSeenAsFieldEvent {
        field: '$.seenAs';
        value: string;
    }
    function encode(obj: Partial<PingResponse>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<PingResponse>): PingResponse;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<PingResponse>): Generator<PingResponsePayloadFieldEvent | PingResponseTimeFieldEvent | PingResponseSeenAsFieldEvent>;
}
export interface KnowsRequest {
}
export declare namespace KnowsRequest {
    const codec: () => Codec<KnowsRequest>;
    function encode(obj: Partial<KnowsRequest>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<KnowsRequest>): KnowsRequest;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<KnowsRequest>): Generator<{}>;
}
export interface KnowsResponse {
    statements: Signed[];
    certificate?: Signed;
    email: string;
    registeredAt: bigint;
    nameKey: string;
    lookAlike: Uint8Array;
    emailKey: string;
    prekeys?: KnownPrekeys;
    address?: KnownAddress;
    grantsGiven: KnownGrant[];
    grantsGivenTotal: number;
    grantsHeld: KnownGrant[];
    grantsHeldTotal: number;
    requestsReceived: KnownRequest[];
    requestsSent: KnownRequest[];
    requestsSentTotal: number;
    blocked: Uint8Array[];
    blockedTotal: number;
    mailbox?: KnownMailbox;
    deposited: KnownMail[];
    tokens: KnownToken[];
    guest?: KnownGuest;
    connections: number;
    vault?: KnownVault;
    guesses?: KnownGuesses;
    signedInAt: bigint;
    origin: Uint8Array;
    label: Uint8Array;
    log?: KnownLog;
    formerNames: KnownFormerName[];
}
export declare namespace KnowsResponse {
    const codec: () => Codec<KnowsResponse>;
    interface KnowsResponseStatementsPayloadFieldEvent {
        field: '$.statements[].payload';
        value: Uint8Array;
        index: number;
    }
    interface KnowsResponseStatementsSignatureFieldEvent {
        field: '$.statements[].signature';
        value: Uint8Array;
        index: number;
    }
    interface KnowsResponseCertificatePayloadFieldEvent {
        field: '$.certificate.payload';
        value: Uint8Array;
    }
    interface KnowsResponseCertificateSignatureFieldEvent {
        field: '$.certificate.signature';
        value: Uint8Array;
    }
    interface KnowsResponseEmailFieldEvent {
        field: '$.email';
        value: string;
    }
    interface KnowsResponseRegisteredAtFieldEvent {
        field: '$.registeredAt';
        value: bigint;
    }
    interface KnowsResponseNameKeyFieldEvent {
        field: '$.nameKey';
        value: string;
    }
    interface KnowsResponseLookAlikeFieldEvent {
        field: '$.lookAlike';
        value: Uint8Array;
    }
    interface KnowsResponseEmailKeyFieldEvent {
        field: '$.emailKey';
        value: string;
    }
    interface KnowsResponsePrekeysDeviceFieldEvent {
        field: '$.prekeys.device';
        value: Uint8Array;
    }
    interface KnowsResponsePrekeysEpochFieldEvent {
        field: '$.prekeys.epoch';
        value: bigint;
    }
    interface KnowsResponsePrekeysLeftFieldEvent {
        field: '$.prekeys.left';
        value: number;
    }
    interface KnowsResponsePrekeysCreatedAtFieldEvent {
        field: '$.prekeys.createdAt';
        value: bigint;
    }
    interface KnowsResponseAddressRecordPayloadFieldEvent {
        field: '$.address.record.payload';
        value: Uint8Array;
    }
    interface KnowsResponseAddressRecordSignatureFieldEvent {
        field: '$.address.record.signature';
        value: Uint8Array;
    }
    interface KnowsResponseAddressExpiresAtFieldEvent {
        field: '$.address.expiresAt';
        value: bigint;
    }
    interface KnowsResponseGrantsGivenAccountFieldEvent {
        field: '$.grantsGiven[].account';
        value: Uint8Array;
        index: number;
    }
    interface KnowsResponseGrantsGivenScopeFieldEvent {
        field: '$.grantsGiven[].scope';
        value: number;
        index: number;
    }
    interface KnowsResponseGrantsGivenSerialFieldEvent {
        field: '$.grantsGiven[].serial';
        value: bigint;
        index: number;
    }
    interface KnowsResponseGrantsGivenRevokedFieldEvent {
        field: '$.grantsGiven[].revoked';
        value: boolean;
        index: number;
    }
    interface KnowsResponseGrantsGivenTotalFieldEvent {
        field: '$.grantsGivenTotal';
        value: number;
    }
    interface KnowsResponseGrantsHeldAccountFieldEvent {
        field: '$.grantsHeld[].account';
        value: Uint8Array;
        index: number;
    }
    interface KnowsResponseGrantsHeldScopeFieldEvent {
        field: '$.grantsHeld[].scope';
        value: number;
        index: number;
    }
    interface KnowsResponseGrantsHeldSerialFieldEvent {
        field: '$.grantsHeld[].serial';
        value: bigint;
        index: number;
    }
    interface KnowsResponseGrantsHeldRevokedFieldEvent {
        field: '$.grantsHeld[].revoked';
        value: boolean;
        index: number;
    }
    interface KnowsResponseGrantsHeldTotalFieldEvent {
        field: '$.grantsHeldTotal';
        value: number;
    }
    interface KnowsResponseRequestsReceivedAccountFieldEvent {
        field: '$.requestsReceived[].account';
        value: Uint8Array;
        index: number;
    }
    interface KnowsResponseRequestsReceivedReceivedAtFieldEvent {
        field: '$.requestsReceived[].receivedAt';
        value: bigint;
        index: number;
    }
    interface KnowsResponseRequestsReceivedBytesFieldEvent {
        field: '$.requestsReceived[].bytes';
        value: number;
        index: number;
    }
    interface KnowsResponseRequestsSentAccountFieldEvent {
        field: '$.requestsSent[].account';
        value: Uint8Array;
        index: number;
    }
    interface KnowsResponseRequestsSentReceivedAtFieldEvent {
        field: '$.requestsSent[].receivedAt';
        value: bigint;
        index: number;
    }
    interface KnowsResponseRequestsSentBytesFieldEvent {
        field: '$.requestsSent[].bytes';
        value: number;
        index: number;
    }
    interface KnowsResponseRequestsSentTotalFieldEvent {
        field: '$.requestsSentTotal';
        value: number;
    }
    interface KnowsResponseBlockedFieldEvent {
        field: '$.blocked[]';
        index: number;
        value: Uint8Array;
    }
    interface KnowsResponseBlockedTotalFieldEvent {
        field: '$.blockedTotal';
        value: number;
    }
    interface KnowsResponseMailboxHighestFieldEvent {
        field: '$.mailbox.highest';
        value: bigint;
    }
    interface KnowsResponseMailboxCountFieldEvent {
        field: '$.mailbox.count';
        value: number;
    }
    interface KnowsResponseMailboxBytesFieldEvent {
        field: '$.mailbox.bytes';
        value: bigint;
    }
    interface KnowsResponseMailboxOldestAtFieldEvent {
        field: '$.mailbox.oldestAt';
        value: bigint;
    }
    interface KnowsResponseMailboxMostCountFieldEvent {
        field: '$.mailbox.mostCount';
        value: number;
    }
    interface KnowsResponseMailboxMostBytesFieldEvent {
        field: '$.mailbox.mostBytes';
        value: bigint;
    }
    interface KnowsResponseMailboxLifetimeMsFieldEvent {
        field: '$.mailbox.lifetimeMs';
        value: bigint;
    }
    interface KnowsResponseMailboxSendersAccountFieldEvent {
        field: '$.mailbox.senders[].account';
        value: Uint8Array;
        index: number;
    }
    interface KnowsResponseMailboxSendersCountFieldEvent {
        field: '$.mailbox.senders[].count';
        value: number;
        index: number;
    }
    interface KnowsResponseMailboxSendersBytesFieldEvent {
        field: '$.mailbox.senders[].bytes';
        value: bigint;
        index: number;
    }
    interface KnowsResponseDepositedAccountFieldEvent {
        field: '$.deposited[].account';
        value: Uint8Array;
        index: number;
    }
    interface KnowsResponseDepositedCountFieldEvent {
        field: '$.deposited[].count';
        value: number;
        index: number;
    }
    interface KnowsResponseDepositedBytesFieldEvent {
        field: '$.deposited[].bytes';
        value: bigint;
        index: number;
    }
    interface KnowsResponseTokensMadeAtFieldEvent {
        field: '$.tokens[].madeAt';
        value: bigint;
        index: number;
    }
    interface KnowsResponseTokensExpiresAtFieldEvent {
        field: '$.tokens[].expiresAt';
        value: bigint;
        index: number;
    }
    interface KnowsResponseGuestEpochFieldEvent {
        field: '$.guest.epoch';
        value: bigint;
    }
    interface KnowsResponseGuestSeenAtFieldEvent {
        field: '$.guest.seenAt';
        value: bigint;
    }
    interface KnowsResponseConnectionsFieldEvent {
        field: '$.connections';
        value: number;
    }
    interface KnowsResponseVaultVersionFieldEvent {
        field: '$.vault.version';
        value: bigint;
    }
    interface KnowsResponseVaultBytesFieldEvent {
        field: '$.vault.bytes';
        value: number;
    }
    interface KnowsResponseVaultRecordBytesFieldEvent {
        field: '$.vault.recordBytes';
        value: number;
    }
    interface KnowsResponseVaultStoredAtFieldEvent {
        field: '$.vault.storedAt';
        value: bigint;
    }
    interface KnowsResponseGuessesCountFieldEvent {
        field: '$.guesses.count';
        value: number;
    }
    interface KnowsResponseGuessesLastAtFieldEvent {
        field: '$.guesses.lastAt';
        value: bigint;
    }
    interface KnowsResponseSignedInAtFieldEvent {
        field: '$.signedInAt';
        value: bigint;
    }
    interface KnowsResponseOriginFieldEvent {
        field: '$.origin';
        value: Uint8Array;
    }
    interface KnowsResponseLabelFieldEvent {
        field: '$.label';
        value: Uint8Array;
    }
    interface KnowsResponseLogEntryFieldEvent {
        field: '$.log.entry';
        value: Uint8Array;
    }
    interface KnowsResponseLogSequenceFieldEvent {
        field: '$.log.sequence';
        value: bigint;
    }
    interface KnowsResponseLogIndexFieldEvent {
        field: '$.log.index';
        value: bigint;
    }
    interface KnowsResponseFormerNamesNameHashFieldEvent {
        field: '$.formerNames[].nameHash';
        value: Uint8Array;
        index: number;
    }
    interface KnowsResponseFormerNamesLookAlikeFieldEvent {
        field: '$.formerNames[].lookAlike';
        value: Uint8Array;
        index: number;
    }
    interface KnowsResponseFormerNamesLetGoAtFieldEvent {
        field: '$.formerNames[].letGoAt';
        value: bigint;
        index: number;
    }
    interface KnowsResponseFormerNamesHeldUntilFieldEvent {
        field: '$.formerNames[].heldUntil';
        value: bigint;
        index: number;
    }
    function encode(obj: Partial<KnowsResponse>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<KnowsResponse>): KnowsResponse;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<KnowsResponse>): Generator<KnowsResponseStatementsPayloadFieldEvent | KnowsResponseStatementsSignatureFieldEvent | KnowsResponseCertificatePayloadFieldEvent | KnowsResponseCertificateSignatureFieldEvent | KnowsResponseEmailFieldEvent | KnowsResponseRegisteredAtFieldEvent | KnowsResponseNameKeyFieldEvent | KnowsResponseLookAlikeFieldEvent | KnowsResponseEmailKeyFieldEvent | KnowsResponsePrekeysDeviceFieldEvent | KnowsResponsePrekeysEpochFieldEvent | KnowsResponsePrekeysLeftFieldEvent | KnowsResponsePrekeysCreatedAtFieldEvent | KnowsResponseAddressRecordPayloadFieldEvent | KnowsResponseAddressRecordSignatureFieldEvent | KnowsResponseAddressExpiresAtFieldEvent | KnowsResponseGrantsGivenAccountFieldEvent | KnowsResponseGrantsGivenScopeFieldEvent | KnowsResponseGrantsGivenSerialFieldEvent | KnowsResponseGrantsGivenRevokedFieldEvent | KnowsResponseGrantsGivenTotalFieldEvent | KnowsResponseGrantsHeldAccountFieldEvent | KnowsResponseGrantsHeldScopeFieldEvent | KnowsResponseGrantsHeldSerialFieldEvent | KnowsResponseGrantsHeldRevokedFieldEvent | KnowsResponseGrantsHeldTotalFieldEvent | KnowsResponseRequestsReceivedAccountFieldEvent | KnowsResponseRequestsReceivedReceivedAtFieldEvent | KnowsResponseRequestsReceivedBytesFieldEvent | KnowsResponseRequestsSentAccountFieldEvent | KnowsResponseRequestsSentReceivedAtFieldEvent | KnowsResponseRequestsSentBytesFieldEvent | KnowsResponseRequestsSentTotalFieldEvent | KnowsResponseBlockedFieldEvent | KnowsResponseBlockedTotalFieldEvent | KnowsResponseMailboxHighestFieldEvent | KnowsResponseMailboxCountFieldEvent | KnowsResponseMailboxBytesFieldEvent | KnowsResponseMailboxOldestAtFieldEvent | KnowsResponseMailboxMostCountFieldEvent | KnowsResponseMailboxMostBytesFieldEvent | KnowsResponseMailboxLifetimeMsFieldEvent | KnowsResponseMailboxSendersAccountFieldEvent | KnowsResponseMailboxSendersCountFieldEvent | KnowsResponseMailboxSendersBytesFieldEvent | KnowsResponseDepositedAccountFieldEvent | KnowsResponseDepositedCountFieldEvent | KnowsResponseDepositedBytesFieldEvent | KnowsResponseTokensMadeAtFieldEvent | KnowsResponseTokensExpiresAtFieldEvent | KnowsResponseGuestEpochFieldEvent | KnowsResponseGuestSeenAtFieldEvent | KnowsResponseConnectionsFieldEvent | KnowsResponseVaultVersionFieldEvent | KnowsResponseVaultBytesFieldEvent | KnowsResponseVaultRecordBytesFieldEvent | KnowsResponseVaultStoredAtFieldEvent | KnowsResponseGuessesCountFieldEvent | KnowsResponseGuessesLastAtFieldEvent | KnowsResponseSignedInAtFieldEvent | KnowsResponseOriginFieldEvent | KnowsResponseLabelFieldEvent | KnowsResponseLogEntryFieldEvent | KnowsResponseLogSequenceFieldEvent | KnowsResponseLogIndexFieldEvent | KnowsResponseFormerNamesNameHashFieldEvent | KnowsResponseFormerNamesLookAlikeFieldEvent | KnowsResponseFormerNamesLetGoAtFieldEvent | KnowsResponseFormerNamesHeldUntilFieldEvent>;
}
export interface KnownLog {
    entry: Uint8Array;
    sequence: bigint;
    index: bigint;
}
export declare namespace KnownLog {
    const codec: () => Codec<KnownLog>;
    interface KnownLogEntryFieldEvent {
        field: '$.entry';
        value: Uint8Array;
    }
    interface KnownLogSequenceFieldEvent {
        field: '$.sequence';
        value: bigint;
    }
    interface KnownLogIndexFieldEvent {
        field: '$.index';
        value: bigint;
    }
    function encode(obj: Partial<KnownLog>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<KnownLog>): KnownLog;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<KnownLog>): Generator<KnownLogEntryFieldEvent | KnownLogSequenceFieldEvent | KnownLogIndexFieldEvent>;
}
export interface KnownFormerName {
    nameHash: Uint8Array;
    lookAlike: Uint8Array;
    letGoAt: bigint;
    heldUntil: bigint;
}
export declare namespace KnownFormerName {
    const codec: () => Codec<KnownFormerName>;
    interface KnownFormerNameNameHashFieldEvent {
        field: '$.nameHash';
        value: Uint8Array;
    }
    interface KnownFormerNameLookAlikeFieldEvent {
        field: '$.lookAlike';
        value: Uint8Array;
    }
    interface KnownFormerNameLetGoAtFieldEvent {
        field: '$.letGoAt';
        value: bigint;
    }
    interface KnownFormerNameHeldUntilFieldEvent {
        field: '$.heldUntil';
        value: bigint;
    }
    function encode(obj: Partial<KnownFormerName>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<KnownFormerName>): KnownFormerName;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<KnownFormerName>): Generator<KnownFormerNameNameHashFieldEvent | KnownFormerNameLookAlikeFieldEvent | KnownFormerNameLetGoAtFieldEvent | KnownFormerNameHeldUntilFieldEvent>;
}
export interface KnownVault {
    version: bigint;
    bytes: number;
    recordBytes: number;
    storedAt: bigint;
}
export declare namespace KnownVault {
    const codec: () => Codec<KnownVault>;
    interface KnownVaultVersionFieldEvent {
        field: '$.version';
        value: bigint;
    }
    interface KnownVaultBytesFieldEvent {
        field: '$.bytes';
        value: number;
    }
    interface KnownVaultRecordBytesFieldEvent {
        field: '$.recordBytes';
        value: number;
    }
    interface KnownVaultStoredAtFieldEvent {
        field: '$.storedAt';
        value: bigint;
    }
    function encode(obj: Partial<KnownVault>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<KnownVault>): KnownVault;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<KnownVault>): Generator<KnownVaultVersionFieldEvent | KnownVaultBytesFieldEvent | KnownVaultRecordBytesFieldEvent | KnownVaultStoredAtFieldEvent>;
}
export interface KnownGuesses {
    count: number;
    lastAt: bigint;
}
export declare namespace KnownGuesses {
    const codec: () => Codec<KnownGuesses>;
    interface KnownGuessesCountFieldEvent {
        field: '$.count';
        value: number;
    }
    interface KnownGuessesLastAtFieldEvent {
        field: '$.lastAt';
        value: bigint;
    }
    function encode(obj: Partial<KnownGuesses>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<KnownGuesses>): KnownGuesses;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<KnownGuesses>): Generator<KnownGuessesCountFieldEvent | KnownGuessesLastAtFieldEvent>;
}
export interface KnownPrekeys {
    device: Uint8Array;
    epoch: bigint;
    left: number;
    createdAt: bigint;
}
export declare namespace KnownPrekeys {
    const codec: () => Codec<KnownPrekeys>;
    interface KnownPrekeysDeviceFieldEvent {
        field: '$.device';
        value: Uint8Array;
    }
    interface KnownPrekeysEpochFieldEvent {
        field: '$.epoch';
        value: bigint;
    }
    interface KnownPrekeysLeftFieldEvent {
        field: '$.left';
        value: number;
    }
    interface KnownPrekeysCreatedAtFieldEvent {
        field: '$.createdAt';
        value: bigint;
    }
    function encode(obj: Partial<KnownPrekeys>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<KnownPrekeys>): KnownPrekeys;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<KnownPrekeys>): Generator<KnownPrekeysDeviceFieldEvent | KnownPrekeysEpochFieldEvent | KnownPrekeysLeftFieldEvent | KnownPrekeysCreatedAtFieldEvent>;
}
export interface KnownAddress {
    record?: Signed;
    expiresAt: bigint;
}
export declare namespace KnownAddress {
    const codec: () => Codec<KnownAddress>;
    interface KnownAddressRecordPayloadFieldEvent {
        field: '$.record.payload';
        value: Uint8Array;
    }
    interface KnownAddressRecordSignatureFieldEvent {
        field: '$.record.signature';
        value: Uint8Array;
    }
    interface KnownAddressExpiresAtFieldEvent {
        field: '$.expiresAt';
        value: bigint;
    }
    function encode(obj: Partial<KnownAddress>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<KnownAddress>): KnownAddress;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<KnownAddress>): Generator<KnownAddressRecordPayloadFieldEvent | KnownAddressRecordSignatureFieldEvent | KnownAddressExpiresAtFieldEvent>;
}
export interface KnownGrant {
    account: Uint8Array;
    scope: number;
    serial: bigint;
    revoked: boolean;
}
export declare namespace KnownGrant {
    const codec: () => Codec<KnownGrant>;
    interface KnownGrantAccountFieldEvent {
        field: '$.account';
        value: Uint8Array;
    }
    interface KnownGrantScopeFieldEvent {
        field: '$.scope';
        value: number;
    }
    interface KnownGrantSerialFieldEvent {
        field: '$.serial';
        value: bigint;
    }
    interface KnownGrantRevokedFieldEvent {
        field: '$.revoked';
        value: boolean;
    }
    function encode(obj: Partial<KnownGrant>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<KnownGrant>): KnownGrant;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<KnownGrant>): Generator<KnownGrantAccountFieldEvent | KnownGrantScopeFieldEvent | KnownGrantSerialFieldEvent | KnownGrantRevokedFieldEvent>;
}
export interface KnownRequest {
    account: Uint8Array;
    receivedAt: bigint;
    bytes: number;
}
export declare namespace KnownRequest {
    const codec: () => Codec<KnownRequest>;
    interface KnownRequestAccountFieldEvent {
        field: '$.account';
        value: Uint8Array;
    }
    interface KnownRequestReceivedAtFieldEvent {
        field: '$.receivedAt';
        value: bigint;
    }
    interface KnownRequestBytesFieldEvent {
        field: '$.bytes';
        value: number;
    }
    function encode(obj: Partial<KnownRequest>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<KnownRequest>): KnownRequest;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<KnownRequest>): Generator<KnownRequestAccountFieldEvent | KnownRequestReceivedAtFieldEvent | KnownRequestBytesFieldEvent>;
}
export interface KnownMailbox {
    highest: bigint;
    count: number;
    bytes: bigint;
    oldestAt: bigint;
    mostCount: number;
    mostBytes: bigint;
    lifetimeMs: bigint;
    senders: KnownMail[];
}
export declare namespace KnownMailbox {
    const codec: () => Codec<KnownMailbox>;
    interface KnownMailboxHighestFieldEvent {
        field: '$.highest';
        value: bigint;
    }
    interface KnownMailboxCountFieldEvent {
        field: '$.count';
        value: number;
    }
    interface KnownMailboxBytesFieldEvent {
        field: '$.bytes';
        value: bigint;
    }
    interface KnownMailboxOldestAtFieldEvent {
        field: '$.oldestAt';
        value: bigint;
    }
    interface KnownMailboxMostCountFieldEvent {
        field: '$.mostCount';
        value: number;
    }
    interface KnownMailboxMostBytesFieldEvent {
        field: '$.mostBytes';
        value: bigint;
    }
    interface KnownMailboxLifetimeMsFieldEvent {
        field: '$.lifetimeMs';
        value: bigint;
    }
    interface KnownMailboxSendersAccountFieldEvent {
        field: '$.senders[].account';
        value: Uint8Array;
        index: number;
    }
    interface KnownMailboxSendersCountFieldEvent {
        field: '$.senders[].count';
        value: number;
        index: number;
    }
    interface KnownMailboxSendersBytesFieldEvent {
        field: '$.senders[].bytes';
        value: bigint;
        index: number;
    }
    function encode(obj: Partial<KnownMailbox>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<KnownMailbox>): KnownMailbox;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<KnownMailbox>): Generator<KnownMailboxHighestFieldEvent | KnownMailboxCountFieldEvent | KnownMailboxBytesFieldEvent | KnownMailboxOldestAtFieldEvent | KnownMailboxMostCountFieldEvent | KnownMailboxMostBytesFieldEvent | KnownMailboxLifetimeMsFieldEvent | KnownMailboxSendersAccountFieldEvent | KnownMailboxSendersCountFieldEvent | KnownMailboxSendersBytesFieldEvent>;
}
export interface KnownMail {
    account: Uint8Array;
    count: number;
    bytes: bigint;
}
export declare namespace KnownMail {
    const codec: () => Codec<KnownMail>;
    interface KnownMailAccountFieldEvent {
        field: '$.account';
        value: Uint8Array;
    }
    interface KnownMailCountFieldEvent {
        field: '$.count';
        value: number;
    }
    interface KnownMailBytesFieldEvent {
        field: '$.bytes';
        value: bigint;
    }
    function encode(obj: Partial<KnownMail>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<KnownMail>): KnownMail;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<KnownMail>): Generator<KnownMailAccountFieldEvent | KnownMailCountFieldEvent | KnownMailBytesFieldEvent>;
}
export interface KnownToken {
    madeAt: bigint;
    expiresAt: bigint;
}
export declare namespace KnownToken {
    const codec: () => Codec<KnownToken>;
    interface KnownTokenMadeAtFieldEvent {
        field: '$.madeAt';
        value: bigint;
    }
    interface KnownTokenExpiresAtFieldEvent {
        field: '$.expiresAt';
        value: bigint;
    }
    function encode(obj: Partial<KnownToken>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<KnownToken>): KnownToken;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<KnownToken>): Generator<KnownTokenMadeAtFieldEvent | KnownTokenExpiresAtFieldEvent>;
}
export interface KnownGuest {
    epoch: bigint;
    seenAt: bigint;
}
export declare namespace KnownGuest {
    const codec: () => Codec<KnownGuest>;
    interface KnownGuestEpochFieldEvent {
        field: '$.epoch';
        value: bigint;
    }
    interface KnownGuestSeenAtFieldEvent {
        field: '$.seenAt';
        value: bigint;
    }
    function encode(obj: Partial<KnownGuest>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<KnownGuest>): KnownGuest;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<KnownGuest>): Generator<KnownGuestEpochFieldEvent | KnownGuestSeenAtFieldEvent>;
}
export interface EnrolRequest {
    request: Uint8Array;
}
export declare namespace EnrolRequest {
    const codec: () => Codec<EnrolRequest>;
    interface EnrolRequestRequestFieldEvent {
        field: '$.request';
        value: Uint8Array;
    }
    function encode(obj: Partial<EnrolRequest>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<EnrolRequest>): EnrolRequest;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<EnrolRequest>): Generator<EnrolRequestRequestFieldEvent>;
}
export interface EnrolResponse {
    response: Uint8Array;
}
export declare namespace EnrolResponse {
    const codec: () => Codec<EnrolResponse>;
    interface EnrolResponseResponseFieldEvent {
        field: '$.response';
        value: Uint8Array;
    }
    function encode(obj: Partial<EnrolResponse>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<EnrolResponse>): EnrolResponse;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<EnrolResponse>): Generator<EnrolResponseResponseFieldEvent>;
}
export interface PutVaultRequest {
    record: Uint8Array;
    sealed: Uint8Array;
    version: bigint;
    replaces: bigint;
}
export declare namespace PutVaultRequest {
    const codec: () => Codec<PutVaultRequest>;
    interface PutVaultRequestRecordFieldEvent {
        field: '$.record';
        value: Uint8Array;
    }
    interface PutVaultRequestSealedFieldEvent {
        field: '$.sealed';
        value: Uint8Array;
    }
    interface PutVaultRequestVersionFieldEvent {
        field: '$.version';
        value: bigint;
    }
    interface PutVaultRequestReplacesFieldEvent {
        field: '$.replaces';
        value: bigint;
    }
    function encode(obj: Partial<PutVaultRequest>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<PutVaultRequest>): PutVaultRequest;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<PutVaultRequest>): Generator<PutVaultRequestRecordFieldEvent | PutVaultRequestSealedFieldEvent | PutVaultRequestVersionFieldEvent | PutVaultRequestReplacesFieldEvent>;
}
export interface PutVaultResponse {
}
export declare namespace PutVaultResponse {
    const codec: () => Codec<PutVaultResponse>;
    function encode(obj: Partial<PutVaultResponse>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<PutVaultResponse>): PutVaultResponse;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<PutVaultResponse>): Generator<{}>;
}
export interface DropVaultRequest {
}
export declare namespace DropVaultRequest {
    const codec: () => Codec<DropVaultRequest>;
    function encode(obj: Partial<DropVaultRequest>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<DropVaultRequest>): DropVaultRequest;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<DropVaultRequest>): Generator<{}>;
}
export interface DropVaultResponse {
}
export declare namespace DropVaultResponse {
    const codec: () => Codec<DropVaultResponse>;
    function encode(obj: Partial<DropVaultResponse>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<DropVaultResponse>): DropVaultResponse;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<DropVaultResponse>): Generator<{}>;
}
export interface StartVaultLoginRequest {
    name: string;
    request: Uint8Array;
}
export declare namespace StartVaultLoginRequest {
    const codec: () => Codec<StartVaultLoginRequest>;
    interface StartVaultLoginRequestNameFieldEvent {
        field: '$.name';
        value: string;
    }
    interface StartVaultLoginRequestRequestFieldEvent {
        field: '$.request';
        value: Uint8Array;
    }
    function encode(obj: Partial<StartVaultLoginRequest>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<StartVaultLoginRequest>): StartVaultLoginRequest;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<StartVaultLoginRequest>): Generator<StartVaultLoginRequestNameFieldEvent | StartVaultLoginRequestRequestFieldEvent>;
}
export interface StartVaultLoginResponse {
    account: Uint8Array;
    response: Uint8Array;
    handle: number;
}
export declare namespace StartVaultLoginResponse {
    const codec: () => Codec<StartVaultLoginResponse>;
    interface StartVaultLoginResponseAccountFieldEvent {
        field: '$.account';
        value: Uint8Array;
    }
    interface StartVaultLoginResponseResponseFieldEvent {
        field: '$.response';
        value: Uint8Array;
    }
    interface StartVaultLoginResponseHandleFieldEvent {
        field: '$.handle';
        value: number;
    }
    function encode(obj: Partial<StartVaultLoginResponse>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<StartVaultLoginResponse>): StartVaultLoginResponse;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<StartVaultLoginResponse>): Generator<StartVaultLoginResponseAccountFieldEvent | StartVaultLoginResponseResponseFieldEvent | StartVaultLoginResponseHandleFieldEvent>;
}
export interface FinishVaultLoginRequest {
    handle: number;
    message: Uint8Array;
}
export declare namespace FinishVaultLoginRequest {
    const codec: () => Codec<FinishVaultLoginRequest>;
    interface FinishVaultLoginRequestHandleFieldEvent {
        field: '$.handle';
        value: number;
    }
    interface FinishVaultLoginRequestMessageFieldEvent {
        field: '$.message';
        value: Uint8Array;
    }
    function encode(obj: Partial<FinishVaultLoginRequest>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<FinishVaultLoginRequest>): FinishVaultLoginRequest;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<FinishVaultLoginRequest>): Generator<FinishVaultLoginRequestHandleFieldEvent | FinishVaultLoginRequestMessageFieldEvent>;
}
export interface FinishVaultLoginResponse {
    sealed: Uint8Array;
    version: bigint;
}
export declare namespace FinishVaultLoginResponse {
    const codec: () => Codec<FinishVaultLoginResponse>;
    interface FinishVaultLoginResponseSealedFieldEvent {
        field: '$.sealed';
        value: Uint8Array;
    }
    interface FinishVaultLoginResponseVersionFieldEvent {
        field: '$.version';
        value: bigint;
    }
    function encode(obj: Partial<FinishVaultLoginResponse>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<FinishVaultLoginResponse>): FinishVaultLoginResponse;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<FinishVaultLoginResponse>): Generator<FinishVaultLoginResponseSealedFieldEvent | FinishVaultLoginResponseVersionFieldEvent>;
}
export interface DeleteAccountRequest {
    account: Uint8Array;
    statement?: Signed;
}
export declare namespace DeleteAccountRequest {
    const codec: () => Codec<DeleteAccountRequest>;
    interface DeleteAccountRequestAccountFieldEvent {
        field: '$.account';
        value: Uint8Array;
    }
    interface DeleteAccountRequestStatementPayloadFieldEvent {
        field: '$.statement.payload';
        value: Uint8Array;
    }
    interface DeleteAccountRequestStatementSignatureFieldEvent {
        field: '$.statement.signature';
        value: Uint8Array;
    }
    function encode(obj: Partial<DeleteAccountRequest>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<DeleteAccountRequest>): DeleteAccountRequest;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<DeleteAccountRequest>): Generator<DeleteAccountRequestAccountFieldEvent | DeleteAccountRequestStatementPayloadFieldEvent | DeleteAccountRequestStatementSignatureFieldEvent>;
}
export interface DeleteAccountResponse {
}
export declare namespace DeleteAccountResponse {
    const codec: () => Codec<DeleteAccountResponse>;
    function encode(obj: Partial<DeleteAccountResponse>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<DeleteAccountResponse>): DeleteAccountResponse;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<DeleteAccountResponse>): Generator<{}>;
}
export interface MailWaiting {
    highest: bigint;
}
export declare namespace MailWaiting {
    const codec: () => Codec<MailWaiting>;
    interface MailWaitingHighestFieldEvent {
        field: '$.highest';
        value: bigint;
    }
    function encode(obj: Partial<MailWaiting>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<MailWaiting>): MailWaiting;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<MailWaiting>): Generator<MailWaitingHighestFieldEvent>;
}
export interface RequestWaiting {
    waiting: number;
}
export declare namespace RequestWaiting {
    const codec: () => Codec<RequestWaiting>;
    interface RequestWaitingWaitingFieldEvent {
        field: '$.waiting';
        value: number;
    }
    function encode(obj: Partial<RequestWaiting>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<RequestWaiting>): RequestWaiting;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<RequestWaiting>): Generator<RequestWaitingWaitingFieldEvent>;
}
export interface SessionReplaced {
    epoch: bigint;
    newest?: NewestDevice;
}
export declare namespace SessionReplaced {
    const codec: () => Codec<SessionReplaced>;
    interface SessionReplacedEpochFieldEvent {
        field: '$.epoch';
        value: bigint;
    }
    interface SessionReplacedNewestCertificatePayloadFieldEvent {
        field: '$.newest.certificate.payload';
        value: Uint8Array;
    }
    interface SessionReplacedNewestCertificateSignatureFieldEvent {
        field: '$.newest.certificate.signature';
        value: Uint8Array;
    }
    interface SessionReplacedNewestSignedInAtFieldEvent {
        field: '$.newest.signedInAt';
        value: bigint;
    }
    interface SessionReplacedNewestOriginFieldEvent {
        field: '$.newest.origin';
        value: Uint8Array;
    }
    interface SessionReplacedNewestLabelFieldEvent {
        field: '$.newest.label';
        value: Uint8Array;
    }
    function encode(obj: Partial<SessionReplaced>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<SessionReplaced>): SessionReplaced;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<SessionReplaced>): Generator<SessionReplacedEpochFieldEvent | SessionReplacedNewestCertificatePayloadFieldEvent | SessionReplacedNewestCertificateSignatureFieldEvent | SessionReplacedNewestSignedInAtFieldEvent | SessionReplacedNewestOriginFieldEvent | SessionReplacedNewestLabelFieldEvent>;
}
export interface ServerClosing {
}
export declare namespace ServerClosing {
    const codec: () => Codec<ServerClosing>;
    function encode(obj: Partial<ServerClosing>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<ServerClosing>): ServerClosing;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<ServerClosing>): Generator<{}>;
}
export interface PrekeysLow {
    left: number;
}
export declare namespace PrekeysLow {
    const codec: () => Codec<PrekeysLow>;
    interface PrekeysLowLeftFieldEvent {
        field: '$.left';
        value: number;
    }
    function encode(obj: Partial<PrekeysLow>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<PrekeysLow>): PrekeysLow;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<PrekeysLow>): Generator<PrekeysLowLeftFieldEvent>;
}
export interface RelayLimit {
    scope: number;
    retryAfterMs: bigint;
}
export declare namespace RelayLimit {
    const codec: () => Codec<RelayLimit>;
    interface RelayLimitScopeFieldEvent {
        field: '$.scope';
        value: number;
    }
    interface RelayLimitRetryAfterMsFieldEvent {
        field: '$.retryAfterMs';
        value: bigint;
    }
    function encode(obj: Partial<RelayLimit>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<RelayLimit>): RelayLimit;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<RelayLimit>): Generator<RelayLimitScopeFieldEvent | RelayLimitRetryAfterMsFieldEvent>;
}
export interface Signed {
    payload: Uint8Array;
    signature: Uint8Array;
}
export declare namespace Signed {
    const codec: () => Codec<Signed>;
    interface SignedPayloadFieldEvent {
        field: '$.payload';
        value: Uint8Array;
    }
    interface SignedSignatureFieldEvent {
        field: '$.signature';
        value: Uint8Array;
    }
    function encode(obj: Partial<Signed>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<Signed>): Signed;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<Signed>): Generator<SignedPayloadFieldEvent | SignedSignatureFieldEvent>;
}
export interface IdentityStatement {
    version: number;
    sequence: bigint;
    previous: Uint8Array;
    name: string;
    identityKey: Uint8Array;
    exchangeKey: Uint8Array;
    salt: Uint8Array;
    kind: number;
    account: Uint8Array;
    keysFrom: Uint8Array;
    device: Uint8Array;
    epoch: bigint;
    consent: Uint8Array;
}
export declare namespace IdentityStatement {
    const codec: () => Codec<IdentityStatement>;
    interface IdentityStatementVersionFieldEvent {
        field: '$.version';
        value: number;
    }
    interface IdentityStatementSequenceFieldEvent {
        field: '$.sequence';
        value: bigint;
    }
    interface IdentityStatementPreviousFieldEvent {
        field: '$.previous';
        value: Uint8Array;
    }
    interface IdentityStatementNameFieldEvent {
        field: '$.name';
        value: string;
    }
    interface IdentityStatementIdentityKeyFieldEvent {
        field: '$.identityKey';
        value: Uint8Array;
    }
    interface IdentityStatementExchangeKeyFieldEvent {
        field: '$.exchangeKey';
        value: Uint8Array;
    }
    interface IdentityStatementSaltFieldEvent {
        field: '$.salt';
        value: Uint8Array;
    }
    interface IdentityStatementKindFieldEvent {
        field: '$.kind';
        value: number;
    }
    interface IdentityStatementAccountFieldEvent {
        field: '$.account';
        value: Uint8Array;
    }
    interface IdentityStatementKeysFromFieldEvent {
        field: '$.keysFrom';
        value: Uint8Array;
    }
    interface IdentityStatementDeviceFieldEvent {
        field: '$.device';
        value: Uint8Array;
    }
    interface IdentityStatementEpochFieldEvent {
        field: '$.epoch';
        value: bigint;
    }
    interface IdentityStatementConsentFieldEvent {
        field: '$.consent';
        value: Uint8Array;
    }
    function encode(obj: Partial<IdentityStatement>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<IdentityStatement>): IdentityStatement;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<IdentityStatement>): Generator<IdentityStatementVersionFieldEvent | IdentityStatementSequenceFieldEvent | IdentityStatementPreviousFieldEvent | IdentityStatementNameFieldEvent | IdentityStatementIdentityKeyFieldEvent | IdentityStatementExchangeKeyFieldEvent | IdentityStatementSaltFieldEvent | IdentityStatementKindFieldEvent | IdentityStatementAccountFieldEvent | IdentityStatementKeysFromFieldEvent | IdentityStatementDeviceFieldEvent | IdentityStatementEpochFieldEvent | IdentityStatementConsentFieldEvent>;
}
export interface DeviceCertificate {
    version: number;
    account: Uint8Array;
    device: Uint8Array;
    epoch: bigint;
}
export declare namespace DeviceCertificate {
    const codec: () => Codec<DeviceCertificate>;
    interface DeviceCertificateVersionFieldEvent {
        field: '$.version';
        value: number;
    }
    interface DeviceCertificateAccountFieldEvent {
        field: '$.account';
        value: Uint8Array;
    }
    interface DeviceCertificateDeviceFieldEvent {
        field: '$.device';
        value: Uint8Array;
    }
    interface DeviceCertificateEpochFieldEvent {
        field: '$.epoch';
        value: bigint;
    }
    function encode(obj: Partial<DeviceCertificate>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<DeviceCertificate>): DeviceCertificate;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<DeviceCertificate>): Generator<DeviceCertificateVersionFieldEvent | DeviceCertificateAccountFieldEvent | DeviceCertificateDeviceFieldEvent | DeviceCertificateEpochFieldEvent>;
}
export interface VaultNote {
    version: number;
    account: Uint8Array;
    epoch: bigint;
    number: bigint;
}
export declare namespace VaultNote {
    const codec: () => Codec<VaultNote>;
    interface VaultNoteVersionFieldEvent {
        field: '$.version';
        value: number;
    }
    interface VaultNoteAccountFieldEvent {
        field: '$.account';
        value: Uint8Array;
    }
    interface VaultNoteEpochFieldEvent {
        field: '$.epoch';
        value: bigint;
    }
    interface VaultNoteNumberFieldEvent {
        field: '$.number';
        value: bigint;
    }
    function encode(obj: Partial<VaultNote>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<VaultNote>): VaultNote;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<VaultNote>): Generator<VaultNoteVersionFieldEvent | VaultNoteAccountFieldEvent | VaultNoteEpochFieldEvent | VaultNoteNumberFieldEvent>;
}
export interface Home {
    server: Uint8Array;
    addresses: string[];
}
export declare namespace Home {
    const codec: () => Codec<Home>;
    interface HomeServerFieldEvent {
        field: '$.server';
        value: Uint8Array;
    }
    interface HomeAddressesFieldEvent {
        field: '$.addresses[]';
        index: number;
        value: string;
    }
    function encode(obj: Partial<Home>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<Home>): Home;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<Home>): Generator<HomeServerFieldEvent | HomeAddressesFieldEvent>;
}
export interface MailboxGrant {
    version: number;
    owner: Uint8Array;
    depositor: Uint8Array;
    scope: number;
    serial: bigint;
}
export declare namespace MailboxGrant {
    const codec: () => Codec<MailboxGrant>;
    interface MailboxGrantVersionFieldEvent {
        field: '$.version';
        value: number;
    }
    interface MailboxGrantOwnerFieldEvent {
        field: '$.owner';
        value: Uint8Array;
    }
    interface MailboxGrantDepositorFieldEvent {
        field: '$.depositor';
        value: Uint8Array;
    }
    interface MailboxGrantScopeFieldEvent {
        field: '$.scope';
        value: number;
    }
    interface MailboxGrantSerialFieldEvent {
        field: '$.serial';
        value: bigint;
    }
    function encode(obj: Partial<MailboxGrant>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<MailboxGrant>): MailboxGrant;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<MailboxGrant>): Generator<MailboxGrantVersionFieldEvent | MailboxGrantOwnerFieldEvent | MailboxGrantDepositorFieldEvent | MailboxGrantScopeFieldEvent | MailboxGrantSerialFieldEvent>;
}
export interface GrantRevocation {
    version: number;
    owner: Uint8Array;
    depositor: Uint8Array;
    scope: number;
    serial: bigint;
}
export declare namespace GrantRevocation {
    const codec: () => Codec<GrantRevocation>;
    interface GrantRevocationVersionFieldEvent {
        field: '$.version';
        value: number;
    }
    interface GrantRevocationOwnerFieldEvent {
        field: '$.owner';
        value: Uint8Array;
    }
    interface GrantRevocationDepositorFieldEvent {
        field: '$.depositor';
        value: Uint8Array;
    }
    interface GrantRevocationScopeFieldEvent {
        field: '$.scope';
        value: number;
    }
    interface GrantRevocationSerialFieldEvent {
        field: '$.serial';
        value: bigint;
    }
    function encode(obj: Partial<GrantRevocation>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<GrantRevocation>): GrantRevocation;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<GrantRevocation>): Generator<GrantRevocationVersionFieldEvent | GrantRevocationOwnerFieldEvent | GrantRevocationDepositorFieldEvent | GrantRevocationScopeFieldEvent | GrantRevocationSerialFieldEvent>;
}
export interface ServerStatement {
    version: number;
    server: Uint8Array;
    name: string;
    maxNameLength: number;
    email: number;
    tokenRequired: boolean;
    mailLifetimeS: bigint;
    issuedAt: bigint;
    closed: boolean;
    relay?: boolean;
}
export declare namespace ServerStatement {
    const codec: () => Codec<ServerStatement>;
    interface ServerStatementVersionFieldEvent {
        field: '$.version';
        value: number;
    }
    interface ServerStatementServerFieldEvent {
        field: '$.server';
        value: Uint8Array;
    }
    interface ServerStatementNameFieldEvent {
        field: '$.name';
        value: string;
    }
    interface ServerStatementMaxNameLengthFieldEvent {
        field: '$.maxNameLength';
        value: number;
    }
    interface ServerStatementEmailFieldEvent {
        field: '$.email';
        value: number;
    }
    interface ServerStatementTokenRequiredFieldEvent {
        field: '$.tokenRequired';
        value: boolean;
    }
    interface ServerStatementMailLifetimeSFieldEvent {
        field: '$.mailLifetimeS';
        value: bigint;
    }
    interface ServerStatementIssuedAtFieldEvent {
        field: '$.issuedAt';
        value: bigint;
    }
    interface ServerStatementClosedFieldEvent {
        field: '$.closed';
        value: boolean;
    }
    interface ServerStatementRelayFieldEvent {
        field: '$.relay';
        value: boolean;
    }
    function encode(obj: Partial<ServerStatement>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<ServerStatement>): ServerStatement;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<ServerStatement>): Generator<ServerStatementVersionFieldEvent | ServerStatementServerFieldEvent | ServerStatementNameFieldEvent | ServerStatementMaxNameLengthFieldEvent | ServerStatementEmailFieldEvent | ServerStatementTokenRequiredFieldEvent | ServerStatementMailLifetimeSFieldEvent | ServerStatementIssuedAtFieldEvent | ServerStatementClosedFieldEvent | ServerStatementRelayFieldEvent>;
}
export interface AddressRecord {
    version: number;
    account: Uint8Array;
    device: Uint8Array;
    epoch: bigint;
    addresses: string[];
    sequence: bigint;
    issuedAt: bigint;
    expiresAt: bigint;
}
export declare namespace AddressRecord {
    const codec: () => Codec<AddressRecord>;
    interface AddressRecordVersionFieldEvent {
        field: '$.version';
        value: number;
    }
    interface AddressRecordAccountFieldEvent {
        field: '$.account';
        value: Uint8Array;
    }
    interface AddressRecordDeviceFieldEvent {
        field: '$.device';
        value: Uint8Array;
    }
    interface AddressRecordEpochFieldEvent {
        field: '$.epoch';
        value: bigint;
    }
    interface AddressRecordAddressesFieldEvent {
        field: '$.addresses[]';
        index: number;
        value: string;
    }
    interface AddressRecordSequenceFieldEvent {
        field: '$.sequence';
        value: bigint;
    }
    interface AddressRecordIssuedAtFieldEvent {
        field: '$.issuedAt';
        value: bigint;
    }
    interface AddressRecordExpiresAtFieldEvent {
        field: '$.expiresAt';
        value: bigint;
    }
    function encode(obj: Partial<AddressRecord>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<AddressRecord>): AddressRecord;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<AddressRecord>): Generator<AddressRecordVersionFieldEvent | AddressRecordAccountFieldEvent | AddressRecordDeviceFieldEvent | AddressRecordEpochFieldEvent | AddressRecordAddressesFieldEvent | AddressRecordSequenceFieldEvent | AddressRecordIssuedAtFieldEvent | AddressRecordExpiresAtFieldEvent>;
}
export interface Prekey {
    id: number;
    key: Uint8Array;
}
export declare namespace Prekey {
    const codec: () => Codec<Prekey>;
    interface PrekeyIdFieldEvent {
        field: '$.id';
        value: number;
    }
    interface PrekeyKeyFieldEvent {
        field: '$.key';
        value: Uint8Array;
    }
    function encode(obj: Partial<Prekey>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<Prekey>): Prekey;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<Prekey>): Generator<PrekeyIdFieldEvent | PrekeyKeyFieldEvent>;
}
export interface PrekeyBundle {
    version: number;
    account: Uint8Array;
    device: Uint8Array;
    epoch: bigint;
    signedPrekey?: Prekey;
    lastResort?: Prekey;
    oneTimeHashes: Uint8Array[];
    createdAt: bigint;
}
export declare namespace PrekeyBundle {
    const codec: () => Codec<PrekeyBundle>;
    interface PrekeyBundleVersionFieldEvent {
        field: '$.version';
        value: number;
    }
    interface PrekeyBundleAccountFieldEvent {
        field: '$.account';
        value: Uint8Array;
    }
    interface PrekeyBundleDeviceFieldEvent {
        field: '$.device';
        value: Uint8Array;
    }
    interface PrekeyBundleEpochFieldEvent {
        field: '$.epoch';
        value: bigint;
    }
    interface PrekeyBundleSignedPrekeyIdFieldEvent {
        field: '$.signedPrekey.id';
        value: number;
    }
    interface PrekeyBundleSignedPrekeyKeyFieldEvent {
        field: '$.signedPrekey.key';
        value: Uint8Array;
    }
    interface PrekeyBundleLastResortIdFieldEvent {
        field: '$.lastResort.id';
        value: number;
    }
    interface PrekeyBundleLastResortKeyFieldEvent {
        field: '$.lastResort.key';
        value: Uint8Array;
    }
    interface PrekeyBundleOneTimeHashesFieldEvent {
        field: '$.oneTimeHashes[]';
        index: number;
        value: Uint8Array;
    }
    interface PrekeyBundleCreatedAtFieldEvent {
        field: '$.createdAt';
        value: bigint;
    }
    function encode(obj: Partial<PrekeyBundle>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<PrekeyBundle>): PrekeyBundle;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<PrekeyBundle>): Generator<PrekeyBundleVersionFieldEvent | PrekeyBundleAccountFieldEvent | PrekeyBundleDeviceFieldEvent | PrekeyBundleEpochFieldEvent | PrekeyBundleSignedPrekeyIdFieldEvent | PrekeyBundleSignedPrekeyKeyFieldEvent | PrekeyBundleLastResortIdFieldEvent | PrekeyBundleLastResortKeyFieldEvent | PrekeyBundleOneTimeHashesFieldEvent | PrekeyBundleCreatedAtFieldEvent>;
}
export interface OneTimePrekey {
    id: number;
    key: Uint8Array;
    kemKey: Uint8Array;
}
export declare namespace OneTimePrekey {
    const codec: () => Codec<OneTimePrekey>;
    interface OneTimePrekeyIdFieldEvent {
        field: '$.id';
        value: number;
    }
    interface OneTimePrekeyKeyFieldEvent {
        field: '$.key';
        value: Uint8Array;
    }
    interface OneTimePrekeyKemKeyFieldEvent {
        field: '$.kemKey';
        value: Uint8Array;
    }
    function encode(obj: Partial<OneTimePrekey>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<OneTimePrekey>): OneTimePrekey;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<OneTimePrekey>): Generator<OneTimePrekeyIdFieldEvent | OneTimePrekeyKeyFieldEvent | OneTimePrekeyKemKeyFieldEvent>;
}
export interface DepositReceipt {
    version: number;
    server: Uint8Array;
    owner: Uint8Array;
    depositor: Uint8Array;
    envelopeId: Uint8Array;
    sequence: bigint;
    storedAt: bigint;
    expiresAt: bigint;
}
export declare namespace DepositReceipt {
    const codec: () => Codec<DepositReceipt>;
    interface DepositReceiptVersionFieldEvent {
        field: '$.version';
        value: number;
    }
    interface DepositReceiptServerFieldEvent {
        field: '$.server';
        value: Uint8Array;
    }
    interface DepositReceiptOwnerFieldEvent {
        field: '$.owner';
        value: Uint8Array;
    }
    interface DepositReceiptDepositorFieldEvent {
        field: '$.depositor';
        value: Uint8Array;
    }
    interface DepositReceiptEnvelopeIdFieldEvent {
        field: '$.envelopeId';
        value: Uint8Array;
    }
    interface DepositReceiptSequenceFieldEvent {
        field: '$.sequence';
        value: bigint;
    }
    interface DepositReceiptStoredAtFieldEvent {
        field: '$.storedAt';
        value: bigint;
    }
    interface DepositReceiptExpiresAtFieldEvent {
        field: '$.expiresAt';
        value: bigint;
    }
    function encode(obj: Partial<DepositReceipt>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<DepositReceipt>): DepositReceipt;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<DepositReceipt>): Generator<DepositReceiptVersionFieldEvent | DepositReceiptServerFieldEvent | DepositReceiptOwnerFieldEvent | DepositReceiptDepositorFieldEvent | DepositReceiptEnvelopeIdFieldEvent | DepositReceiptSequenceFieldEvent | DepositReceiptStoredAtFieldEvent | DepositReceiptExpiresAtFieldEvent>;
}
export interface Invite {
    version: number;
    home?: Home;
    account: Uint8Array;
    name: string;
    token: Uint8Array;
    device: Uint8Array;
    addresses: Uint8Array[];
}
export declare namespace Invite {
    const codec: () => Codec<Invite>;
    interface InviteVersionFieldEvent {
        field: '$.version';
        value: number;
    }
    interface InviteHomeServerFieldEvent {
        field: '$.home.server';
        value: Uint8Array;
    }
    interface InviteHomeAddressesFieldEvent {
        field: '$.home.addresses[]';
        index: number;
        value: string;
    }
    interface InviteAccountFieldEvent {
        field: '$.account';
        value: Uint8Array;
    }
    interface InviteNameFieldEvent {
        field: '$.name';
        value: string;
    }
    interface InviteTokenFieldEvent {
        field: '$.token';
        value: Uint8Array;
    }
    interface InviteDeviceFieldEvent {
        field: '$.device';
        value: Uint8Array;
    }
    interface InviteAddressesFieldEvent {
        field: '$.addresses[]';
        index: number;
        value: Uint8Array;
    }
    function encode(obj: Partial<Invite>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<Invite>): Invite;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<Invite>): Generator<InviteVersionFieldEvent | InviteHomeServerFieldEvent | InviteHomeAddressesFieldEvent | InviteAccountFieldEvent | InviteNameFieldEvent | InviteTokenFieldEvent | InviteDeviceFieldEvent | InviteAddressesFieldEvent>;
}
export interface FriendRequest {
    version: number;
    to: Uint8Array;
    statement?: Signed;
    certificate?: Signed;
    home?: Home;
    grant?: Signed;
    greeting: string;
    sentAt: bigint;
    later: Signed[];
}
export declare namespace FriendRequest {
    const codec: () => Codec<FriendRequest>;
    interface FriendRequestVersionFieldEvent {
        field: '$.version';
        value: number;
    }
    interface FriendRequestToFieldEvent {
        field: '$.to';
        value: Uint8Array;
    }
    interface FriendRequestStatementPayloadFieldEvent {
        field: '$.statement.payload';
        value: Uint8Array;
    }
    interface FriendRequestStatementSignatureFieldEvent {
        field: '$.statement.signature';
        value: Uint8Array;
    }
    interface FriendRequestCertificatePayloadFieldEvent {
        field: '$.certificate.payload';
        value: Uint8Array;
    }
    interface FriendRequestCertificateSignatureFieldEvent {
        field: '$.certificate.signature';
        value: Uint8Array;
    }
    interface FriendRequestHomeServerFieldEvent {
        field: '$.home.server';
        value: Uint8Array;
    }
    interface FriendRequestHomeAddressesFieldEvent {
        field: '$.home.addresses[]';
        index: number;
        value: string;
    }
    interface FriendRequestGrantPayloadFieldEvent {
        field: '$.grant.payload';
        value: Uint8Array;
    }
    interface FriendRequestGrantSignatureFieldEvent {
        field: '$.grant.signature';
        value: Uint8Array;
    }
    interface FriendRequestGreetingFieldEvent {
        field: '$.greeting';
        value: string;
    }
    interface FriendRequestSentAtFieldEvent {
        field: '$.sentAt';
        value: bigint;
    }
    interface FriendRequestLaterPayloadFieldEvent {
        field: '$.later[].payload';
        value: Uint8Array;
        index: number;
    }
    interface FriendRequestLaterSignatureFieldEvent {
        field: '$.later[].signature';
        value: Uint8Array;
        index: number;
    }
    function encode(obj: Partial<FriendRequest>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<FriendRequest>): FriendRequest;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<FriendRequest>): Generator<FriendRequestVersionFieldEvent | FriendRequestToFieldEvent | FriendRequestStatementPayloadFieldEvent | FriendRequestStatementSignatureFieldEvent | FriendRequestCertificatePayloadFieldEvent | FriendRequestCertificateSignatureFieldEvent | FriendRequestHomeServerFieldEvent | FriendRequestHomeAddressesFieldEvent | FriendRequestGrantPayloadFieldEvent | FriendRequestGrantSignatureFieldEvent | FriendRequestGreetingFieldEvent | FriendRequestSentAtFieldEvent | FriendRequestLaterPayloadFieldEvent | FriendRequestLaterSignatureFieldEvent>;
}
