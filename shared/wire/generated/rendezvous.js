// Generated from rendezvous.proto by scripts/codegen.ts; do not edit.
import { writeUint64 } from '../uint64.ts';
/* eslint-disable require-yield */
import { encodeMessage } from '../message-writer.ts';
import { MaxLengthError, message, streamMessage } from 'protons-runtime';
import { decodeMessage, noBytes as uint8ArrayAlloc } from '../message-reader.ts';
export var RendezvousRequest;
(function (RendezvousRequest) {
    let _codec;
    RendezvousRequest.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                obj = { ...obj };
                if (obj.presentDevice != null) {
                    obj.logBetween = undefined;
                    obj.logProve = undefined;
                    obj.logHead = undefined;
                    obj.deleteAccount = undefined;
                    obj.finishVaultLogin = undefined;
                    obj.startVaultLogin = undefined;
                    obj.revokeToken = undefined;
                    obj.listTokens = undefined;
                    obj.rename = undefined;
                    obj.dropVault = undefined;
                    obj.putVault = undefined;
                    obj.enrol = undefined;
                    obj.knows = undefined;
                    obj.ping = undefined;
                    obj.createToken = undefined;
                    obj.setBlock = undefined;
                    obj.acknowledge = undefined;
                    obj.drain = undefined;
                    obj.deposit = undefined;
                    obj.revokeGrant = undefined;
                    obj.putGrant = undefined;
                    obj.answerFriendRequest = undefined;
                    obj.listFriendRequests = undefined;
                    obj.sendFriendRequest = undefined;
                    obj.fetchAddress = undefined;
                    obj.publishAddress = undefined;
                    obj.fetchPrekeys = undefined;
                    obj.publishPrekeys = undefined;
                    obj.lookup = undefined;
                    obj.logout = undefined;
                    obj.introduce = undefined;
                    obj.login = undefined;
                    obj.register = undefined;
                    obj.challenge = undefined;
                    obj.hello = undefined;
                }
                if (obj.logBetween != null) {
                    obj.presentDevice = undefined;
                    obj.logProve = undefined;
                    obj.logHead = undefined;
                    obj.deleteAccount = undefined;
                    obj.finishVaultLogin = undefined;
                    obj.startVaultLogin = undefined;
                    obj.revokeToken = undefined;
                    obj.listTokens = undefined;
                    obj.rename = undefined;
                    obj.dropVault = undefined;
                    obj.putVault = undefined;
                    obj.enrol = undefined;
                    obj.knows = undefined;
                    obj.ping = undefined;
                    obj.createToken = undefined;
                    obj.setBlock = undefined;
                    obj.acknowledge = undefined;
                    obj.drain = undefined;
                    obj.deposit = undefined;
                    obj.revokeGrant = undefined;
                    obj.putGrant = undefined;
                    obj.answerFriendRequest = undefined;
                    obj.listFriendRequests = undefined;
                    obj.sendFriendRequest = undefined;
                    obj.fetchAddress = undefined;
                    obj.publishAddress = undefined;
                    obj.fetchPrekeys = undefined;
                    obj.publishPrekeys = undefined;
                    obj.lookup = undefined;
                    obj.logout = undefined;
                    obj.introduce = undefined;
                    obj.login = undefined;
                    obj.register = undefined;
                    obj.challenge = undefined;
                    obj.hello = undefined;
                }
                if (obj.logProve != null) {
                    obj.presentDevice = undefined;
                    obj.logBetween = undefined;
                    obj.logHead = undefined;
                    obj.deleteAccount = undefined;
                    obj.finishVaultLogin = undefined;
                    obj.startVaultLogin = undefined;
                    obj.revokeToken = undefined;
                    obj.listTokens = undefined;
                    obj.rename = undefined;
                    obj.dropVault = undefined;
                    obj.putVault = undefined;
                    obj.enrol = undefined;
                    obj.knows = undefined;
                    obj.ping = undefined;
                    obj.createToken = undefined;
                    obj.setBlock = undefined;
                    obj.acknowledge = undefined;
                    obj.drain = undefined;
                    obj.deposit = undefined;
                    obj.revokeGrant = undefined;
                    obj.putGrant = undefined;
                    obj.answerFriendRequest = undefined;
                    obj.listFriendRequests = undefined;
                    obj.sendFriendRequest = undefined;
                    obj.fetchAddress = undefined;
                    obj.publishAddress = undefined;
                    obj.fetchPrekeys = undefined;
                    obj.publishPrekeys = undefined;
                    obj.lookup = undefined;
                    obj.logout = undefined;
                    obj.introduce = undefined;
                    obj.login = undefined;
                    obj.register = undefined;
                    obj.challenge = undefined;
                    obj.hello = undefined;
                }
                if (obj.logHead != null) {
                    obj.presentDevice = undefined;
                    obj.logBetween = undefined;
                    obj.logProve = undefined;
                    obj.deleteAccount = undefined;
                    obj.finishVaultLogin = undefined;
                    obj.startVaultLogin = undefined;
                    obj.revokeToken = undefined;
                    obj.listTokens = undefined;
                    obj.rename = undefined;
                    obj.dropVault = undefined;
                    obj.putVault = undefined;
                    obj.enrol = undefined;
                    obj.knows = undefined;
                    obj.ping = undefined;
                    obj.createToken = undefined;
                    obj.setBlock = undefined;
                    obj.acknowledge = undefined;
                    obj.drain = undefined;
                    obj.deposit = undefined;
                    obj.revokeGrant = undefined;
                    obj.putGrant = undefined;
                    obj.answerFriendRequest = undefined;
                    obj.listFriendRequests = undefined;
                    obj.sendFriendRequest = undefined;
                    obj.fetchAddress = undefined;
                    obj.publishAddress = undefined;
                    obj.fetchPrekeys = undefined;
                    obj.publishPrekeys = undefined;
                    obj.lookup = undefined;
                    obj.logout = undefined;
                    obj.introduce = undefined;
                    obj.login = undefined;
                    obj.register = undefined;
                    obj.challenge = undefined;
                    obj.hello = undefined;
                }
                if (obj.deleteAccount != null) {
                    obj.presentDevice = undefined;
                    obj.logBetween = undefined;
                    obj.logProve = undefined;
                    obj.logHead = undefined;
                    obj.finishVaultLogin = undefined;
                    obj.startVaultLogin = undefined;
                    obj.revokeToken = undefined;
                    obj.listTokens = undefined;
                    obj.rename = undefined;
                    obj.dropVault = undefined;
                    obj.putVault = undefined;
                    obj.enrol = undefined;
                    obj.knows = undefined;
                    obj.ping = undefined;
                    obj.createToken = undefined;
                    obj.setBlock = undefined;
                    obj.acknowledge = undefined;
                    obj.drain = undefined;
                    obj.deposit = undefined;
                    obj.revokeGrant = undefined;
                    obj.putGrant = undefined;
                    obj.answerFriendRequest = undefined;
                    obj.listFriendRequests = undefined;
                    obj.sendFriendRequest = undefined;
                    obj.fetchAddress = undefined;
                    obj.publishAddress = undefined;
                    obj.fetchPrekeys = undefined;
                    obj.publishPrekeys = undefined;
                    obj.lookup = undefined;
                    obj.logout = undefined;
                    obj.introduce = undefined;
                    obj.login = undefined;
                    obj.register = undefined;
                    obj.challenge = undefined;
                    obj.hello = undefined;
                }
                if (obj.finishVaultLogin != null) {
                    obj.presentDevice = undefined;
                    obj.logBetween = undefined;
                    obj.logProve = undefined;
                    obj.logHead = undefined;
                    obj.deleteAccount = undefined;
                    obj.startVaultLogin = undefined;
                    obj.revokeToken = undefined;
                    obj.listTokens = undefined;
                    obj.rename = undefined;
                    obj.dropVault = undefined;
                    obj.putVault = undefined;
                    obj.enrol = undefined;
                    obj.knows = undefined;
                    obj.ping = undefined;
                    obj.createToken = undefined;
                    obj.setBlock = undefined;
                    obj.acknowledge = undefined;
                    obj.drain = undefined;
                    obj.deposit = undefined;
                    obj.revokeGrant = undefined;
                    obj.putGrant = undefined;
                    obj.answerFriendRequest = undefined;
                    obj.listFriendRequests = undefined;
                    obj.sendFriendRequest = undefined;
                    obj.fetchAddress = undefined;
                    obj.publishAddress = undefined;
                    obj.fetchPrekeys = undefined;
                    obj.publishPrekeys = undefined;
                    obj.lookup = undefined;
                    obj.logout = undefined;
                    obj.introduce = undefined;
                    obj.login = undefined;
                    obj.register = undefined;
                    obj.challenge = undefined;
                    obj.hello = undefined;
                }
                if (obj.startVaultLogin != null) {
                    obj.presentDevice = undefined;
                    obj.logBetween = undefined;
                    obj.logProve = undefined;
                    obj.logHead = undefined;
                    obj.deleteAccount = undefined;
                    obj.finishVaultLogin = undefined;
                    obj.revokeToken = undefined;
                    obj.listTokens = undefined;
                    obj.rename = undefined;
                    obj.dropVault = undefined;
                    obj.putVault = undefined;
                    obj.enrol = undefined;
                    obj.knows = undefined;
                    obj.ping = undefined;
                    obj.createToken = undefined;
                    obj.setBlock = undefined;
                    obj.acknowledge = undefined;
                    obj.drain = undefined;
                    obj.deposit = undefined;
                    obj.revokeGrant = undefined;
                    obj.putGrant = undefined;
                    obj.answerFriendRequest = undefined;
                    obj.listFriendRequests = undefined;
                    obj.sendFriendRequest = undefined;
                    obj.fetchAddress = undefined;
                    obj.publishAddress = undefined;
                    obj.fetchPrekeys = undefined;
                    obj.publishPrekeys = undefined;
                    obj.lookup = undefined;
                    obj.logout = undefined;
                    obj.introduce = undefined;
                    obj.login = undefined;
                    obj.register = undefined;
                    obj.challenge = undefined;
                    obj.hello = undefined;
                }
                if (obj.revokeToken != null) {
                    obj.presentDevice = undefined;
                    obj.logBetween = undefined;
                    obj.logProve = undefined;
                    obj.logHead = undefined;
                    obj.deleteAccount = undefined;
                    obj.finishVaultLogin = undefined;
                    obj.startVaultLogin = undefined;
                    obj.listTokens = undefined;
                    obj.rename = undefined;
                    obj.dropVault = undefined;
                    obj.putVault = undefined;
                    obj.enrol = undefined;
                    obj.knows = undefined;
                    obj.ping = undefined;
                    obj.createToken = undefined;
                    obj.setBlock = undefined;
                    obj.acknowledge = undefined;
                    obj.drain = undefined;
                    obj.deposit = undefined;
                    obj.revokeGrant = undefined;
                    obj.putGrant = undefined;
                    obj.answerFriendRequest = undefined;
                    obj.listFriendRequests = undefined;
                    obj.sendFriendRequest = undefined;
                    obj.fetchAddress = undefined;
                    obj.publishAddress = undefined;
                    obj.fetchPrekeys = undefined;
                    obj.publishPrekeys = undefined;
                    obj.lookup = undefined;
                    obj.logout = undefined;
                    obj.introduce = undefined;
                    obj.login = undefined;
                    obj.register = undefined;
                    obj.challenge = undefined;
                    obj.hello = undefined;
                }
                if (obj.listTokens != null) {
                    obj.presentDevice = undefined;
                    obj.logBetween = undefined;
                    obj.logProve = undefined;
                    obj.logHead = undefined;
                    obj.deleteAccount = undefined;
                    obj.finishVaultLogin = undefined;
                    obj.startVaultLogin = undefined;
                    obj.revokeToken = undefined;
                    obj.rename = undefined;
                    obj.dropVault = undefined;
                    obj.putVault = undefined;
                    obj.enrol = undefined;
                    obj.knows = undefined;
                    obj.ping = undefined;
                    obj.createToken = undefined;
                    obj.setBlock = undefined;
                    obj.acknowledge = undefined;
                    obj.drain = undefined;
                    obj.deposit = undefined;
                    obj.revokeGrant = undefined;
                    obj.putGrant = undefined;
                    obj.answerFriendRequest = undefined;
                    obj.listFriendRequests = undefined;
                    obj.sendFriendRequest = undefined;
                    obj.fetchAddress = undefined;
                    obj.publishAddress = undefined;
                    obj.fetchPrekeys = undefined;
                    obj.publishPrekeys = undefined;
                    obj.lookup = undefined;
                    obj.logout = undefined;
                    obj.introduce = undefined;
                    obj.login = undefined;
                    obj.register = undefined;
                    obj.challenge = undefined;
                    obj.hello = undefined;
                }
                if (obj.rename != null) {
                    obj.presentDevice = undefined;
                    obj.logBetween = undefined;
                    obj.logProve = undefined;
                    obj.logHead = undefined;
                    obj.deleteAccount = undefined;
                    obj.finishVaultLogin = undefined;
                    obj.startVaultLogin = undefined;
                    obj.revokeToken = undefined;
                    obj.listTokens = undefined;
                    obj.dropVault = undefined;
                    obj.putVault = undefined;
                    obj.enrol = undefined;
                    obj.knows = undefined;
                    obj.ping = undefined;
                    obj.createToken = undefined;
                    obj.setBlock = undefined;
                    obj.acknowledge = undefined;
                    obj.drain = undefined;
                    obj.deposit = undefined;
                    obj.revokeGrant = undefined;
                    obj.putGrant = undefined;
                    obj.answerFriendRequest = undefined;
                    obj.listFriendRequests = undefined;
                    obj.sendFriendRequest = undefined;
                    obj.fetchAddress = undefined;
                    obj.publishAddress = undefined;
                    obj.fetchPrekeys = undefined;
                    obj.publishPrekeys = undefined;
                    obj.lookup = undefined;
                    obj.logout = undefined;
                    obj.introduce = undefined;
                    obj.login = undefined;
                    obj.register = undefined;
                    obj.challenge = undefined;
                    obj.hello = undefined;
                }
                if (obj.dropVault != null) {
                    obj.presentDevice = undefined;
                    obj.logBetween = undefined;
                    obj.logProve = undefined;
                    obj.logHead = undefined;
                    obj.deleteAccount = undefined;
                    obj.finishVaultLogin = undefined;
                    obj.startVaultLogin = undefined;
                    obj.revokeToken = undefined;
                    obj.listTokens = undefined;
                    obj.rename = undefined;
                    obj.putVault = undefined;
                    obj.enrol = undefined;
                    obj.knows = undefined;
                    obj.ping = undefined;
                    obj.createToken = undefined;
                    obj.setBlock = undefined;
                    obj.acknowledge = undefined;
                    obj.drain = undefined;
                    obj.deposit = undefined;
                    obj.revokeGrant = undefined;
                    obj.putGrant = undefined;
                    obj.answerFriendRequest = undefined;
                    obj.listFriendRequests = undefined;
                    obj.sendFriendRequest = undefined;
                    obj.fetchAddress = undefined;
                    obj.publishAddress = undefined;
                    obj.fetchPrekeys = undefined;
                    obj.publishPrekeys = undefined;
                    obj.lookup = undefined;
                    obj.logout = undefined;
                    obj.introduce = undefined;
                    obj.login = undefined;
                    obj.register = undefined;
                    obj.challenge = undefined;
                    obj.hello = undefined;
                }
                if (obj.putVault != null) {
                    obj.presentDevice = undefined;
                    obj.logBetween = undefined;
                    obj.logProve = undefined;
                    obj.logHead = undefined;
                    obj.deleteAccount = undefined;
                    obj.finishVaultLogin = undefined;
                    obj.startVaultLogin = undefined;
                    obj.revokeToken = undefined;
                    obj.listTokens = undefined;
                    obj.rename = undefined;
                    obj.dropVault = undefined;
                    obj.enrol = undefined;
                    obj.knows = undefined;
                    obj.ping = undefined;
                    obj.createToken = undefined;
                    obj.setBlock = undefined;
                    obj.acknowledge = undefined;
                    obj.drain = undefined;
                    obj.deposit = undefined;
                    obj.revokeGrant = undefined;
                    obj.putGrant = undefined;
                    obj.answerFriendRequest = undefined;
                    obj.listFriendRequests = undefined;
                    obj.sendFriendRequest = undefined;
                    obj.fetchAddress = undefined;
                    obj.publishAddress = undefined;
                    obj.fetchPrekeys = undefined;
                    obj.publishPrekeys = undefined;
                    obj.lookup = undefined;
                    obj.logout = undefined;
                    obj.introduce = undefined;
                    obj.login = undefined;
                    obj.register = undefined;
                    obj.challenge = undefined;
                    obj.hello = undefined;
                }
                if (obj.enrol != null) {
                    obj.presentDevice = undefined;
                    obj.logBetween = undefined;
                    obj.logProve = undefined;
                    obj.logHead = undefined;
                    obj.deleteAccount = undefined;
                    obj.finishVaultLogin = undefined;
                    obj.startVaultLogin = undefined;
                    obj.revokeToken = undefined;
                    obj.listTokens = undefined;
                    obj.rename = undefined;
                    obj.dropVault = undefined;
                    obj.putVault = undefined;
                    obj.knows = undefined;
                    obj.ping = undefined;
                    obj.createToken = undefined;
                    obj.setBlock = undefined;
                    obj.acknowledge = undefined;
                    obj.drain = undefined;
                    obj.deposit = undefined;
                    obj.revokeGrant = undefined;
                    obj.putGrant = undefined;
                    obj.answerFriendRequest = undefined;
                    obj.listFriendRequests = undefined;
                    obj.sendFriendRequest = undefined;
                    obj.fetchAddress = undefined;
                    obj.publishAddress = undefined;
                    obj.fetchPrekeys = undefined;
                    obj.publishPrekeys = undefined;
                    obj.lookup = undefined;
                    obj.logout = undefined;
                    obj.introduce = undefined;
                    obj.login = undefined;
                    obj.register = undefined;
                    obj.challenge = undefined;
                    obj.hello = undefined;
                }
                if (obj.knows != null) {
                    obj.presentDevice = undefined;
                    obj.logBetween = undefined;
                    obj.logProve = undefined;
                    obj.logHead = undefined;
                    obj.deleteAccount = undefined;
                    obj.finishVaultLogin = undefined;
                    obj.startVaultLogin = undefined;
                    obj.revokeToken = undefined;
                    obj.listTokens = undefined;
                    obj.rename = undefined;
                    obj.dropVault = undefined;
                    obj.putVault = undefined;
                    obj.enrol = undefined;
                    obj.ping = undefined;
                    obj.createToken = undefined;
                    obj.setBlock = undefined;
                    obj.acknowledge = undefined;
                    obj.drain = undefined;
                    obj.deposit = undefined;
                    obj.revokeGrant = undefined;
                    obj.putGrant = undefined;
                    obj.answerFriendRequest = undefined;
                    obj.listFriendRequests = undefined;
                    obj.sendFriendRequest = undefined;
                    obj.fetchAddress = undefined;
                    obj.publishAddress = undefined;
                    obj.fetchPrekeys = undefined;
                    obj.publishPrekeys = undefined;
                    obj.lookup = undefined;
                    obj.logout = undefined;
                    obj.introduce = undefined;
                    obj.login = undefined;
                    obj.register = undefined;
                    obj.challenge = undefined;
                    obj.hello = undefined;
                }
                if (obj.ping != null) {
                    obj.presentDevice = undefined;
                    obj.logBetween = undefined;
                    obj.logProve = undefined;
                    obj.logHead = undefined;
                    obj.deleteAccount = undefined;
                    obj.finishVaultLogin = undefined;
                    obj.startVaultLogin = undefined;
                    obj.revokeToken = undefined;
                    obj.listTokens = undefined;
                    obj.rename = undefined;
                    obj.dropVault = undefined;
                    obj.putVault = undefined;
                    obj.enrol = undefined;
                    obj.knows = undefined;
                    obj.createToken = undefined;
                    obj.setBlock = undefined;
                    obj.acknowledge = undefined;
                    obj.drain = undefined;
                    obj.deposit = undefined;
                    obj.revokeGrant = undefined;
                    obj.putGrant = undefined;
                    obj.answerFriendRequest = undefined;
                    obj.listFriendRequests = undefined;
                    obj.sendFriendRequest = undefined;
                    obj.fetchAddress = undefined;
                    obj.publishAddress = undefined;
                    obj.fetchPrekeys = undefined;
                    obj.publishPrekeys = undefined;
                    obj.lookup = undefined;
                    obj.logout = undefined;
                    obj.introduce = undefined;
                    obj.login = undefined;
                    obj.register = undefined;
                    obj.challenge = undefined;
                    obj.hello = undefined;
                }
                if (obj.createToken != null) {
                    obj.presentDevice = undefined;
                    obj.logBetween = undefined;
                    obj.logProve = undefined;
                    obj.logHead = undefined;
                    obj.deleteAccount = undefined;
                    obj.finishVaultLogin = undefined;
                    obj.startVaultLogin = undefined;
                    obj.revokeToken = undefined;
                    obj.listTokens = undefined;
                    obj.rename = undefined;
                    obj.dropVault = undefined;
                    obj.putVault = undefined;
                    obj.enrol = undefined;
                    obj.knows = undefined;
                    obj.ping = undefined;
                    obj.setBlock = undefined;
                    obj.acknowledge = undefined;
                    obj.drain = undefined;
                    obj.deposit = undefined;
                    obj.revokeGrant = undefined;
                    obj.putGrant = undefined;
                    obj.answerFriendRequest = undefined;
                    obj.listFriendRequests = undefined;
                    obj.sendFriendRequest = undefined;
                    obj.fetchAddress = undefined;
                    obj.publishAddress = undefined;
                    obj.fetchPrekeys = undefined;
                    obj.publishPrekeys = undefined;
                    obj.lookup = undefined;
                    obj.logout = undefined;
                    obj.introduce = undefined;
                    obj.login = undefined;
                    obj.register = undefined;
                    obj.challenge = undefined;
                    obj.hello = undefined;
                }
                if (obj.setBlock != null) {
                    obj.presentDevice = undefined;
                    obj.logBetween = undefined;
                    obj.logProve = undefined;
                    obj.logHead = undefined;
                    obj.deleteAccount = undefined;
                    obj.finishVaultLogin = undefined;
                    obj.startVaultLogin = undefined;
                    obj.revokeToken = undefined;
                    obj.listTokens = undefined;
                    obj.rename = undefined;
                    obj.dropVault = undefined;
                    obj.putVault = undefined;
                    obj.enrol = undefined;
                    obj.knows = undefined;
                    obj.ping = undefined;
                    obj.createToken = undefined;
                    obj.acknowledge = undefined;
                    obj.drain = undefined;
                    obj.deposit = undefined;
                    obj.revokeGrant = undefined;
                    obj.putGrant = undefined;
                    obj.answerFriendRequest = undefined;
                    obj.listFriendRequests = undefined;
                    obj.sendFriendRequest = undefined;
                    obj.fetchAddress = undefined;
                    obj.publishAddress = undefined;
                    obj.fetchPrekeys = undefined;
                    obj.publishPrekeys = undefined;
                    obj.lookup = undefined;
                    obj.logout = undefined;
                    obj.introduce = undefined;
                    obj.login = undefined;
                    obj.register = undefined;
                    obj.challenge = undefined;
                    obj.hello = undefined;
                }
                if (obj.acknowledge != null) {
                    obj.presentDevice = undefined;
                    obj.logBetween = undefined;
                    obj.logProve = undefined;
                    obj.logHead = undefined;
                    obj.deleteAccount = undefined;
                    obj.finishVaultLogin = undefined;
                    obj.startVaultLogin = undefined;
                    obj.revokeToken = undefined;
                    obj.listTokens = undefined;
                    obj.rename = undefined;
                    obj.dropVault = undefined;
                    obj.putVault = undefined;
                    obj.enrol = undefined;
                    obj.knows = undefined;
                    obj.ping = undefined;
                    obj.createToken = undefined;
                    obj.setBlock = undefined;
                    obj.drain = undefined;
                    obj.deposit = undefined;
                    obj.revokeGrant = undefined;
                    obj.putGrant = undefined;
                    obj.answerFriendRequest = undefined;
                    obj.listFriendRequests = undefined;
                    obj.sendFriendRequest = undefined;
                    obj.fetchAddress = undefined;
                    obj.publishAddress = undefined;
                    obj.fetchPrekeys = undefined;
                    obj.publishPrekeys = undefined;
                    obj.lookup = undefined;
                    obj.logout = undefined;
                    obj.introduce = undefined;
                    obj.login = undefined;
                    obj.register = undefined;
                    obj.challenge = undefined;
                    obj.hello = undefined;
                }
                if (obj.drain != null) {
                    obj.presentDevice = undefined;
                    obj.logBetween = undefined;
                    obj.logProve = undefined;
                    obj.logHead = undefined;
                    obj.deleteAccount = undefined;
                    obj.finishVaultLogin = undefined;
                    obj.startVaultLogin = undefined;
                    obj.revokeToken = undefined;
                    obj.listTokens = undefined;
                    obj.rename = undefined;
                    obj.dropVault = undefined;
                    obj.putVault = undefined;
                    obj.enrol = undefined;
                    obj.knows = undefined;
                    obj.ping = undefined;
                    obj.createToken = undefined;
                    obj.setBlock = undefined;
                    obj.acknowledge = undefined;
                    obj.deposit = undefined;
                    obj.revokeGrant = undefined;
                    obj.putGrant = undefined;
                    obj.answerFriendRequest = undefined;
                    obj.listFriendRequests = undefined;
                    obj.sendFriendRequest = undefined;
                    obj.fetchAddress = undefined;
                    obj.publishAddress = undefined;
                    obj.fetchPrekeys = undefined;
                    obj.publishPrekeys = undefined;
                    obj.lookup = undefined;
                    obj.logout = undefined;
                    obj.introduce = undefined;
                    obj.login = undefined;
                    obj.register = undefined;
                    obj.challenge = undefined;
                    obj.hello = undefined;
                }
                if (obj.deposit != null) {
                    obj.presentDevice = undefined;
                    obj.logBetween = undefined;
                    obj.logProve = undefined;
                    obj.logHead = undefined;
                    obj.deleteAccount = undefined;
                    obj.finishVaultLogin = undefined;
                    obj.startVaultLogin = undefined;
                    obj.revokeToken = undefined;
                    obj.listTokens = undefined;
                    obj.rename = undefined;
                    obj.dropVault = undefined;
                    obj.putVault = undefined;
                    obj.enrol = undefined;
                    obj.knows = undefined;
                    obj.ping = undefined;
                    obj.createToken = undefined;
                    obj.setBlock = undefined;
                    obj.acknowledge = undefined;
                    obj.drain = undefined;
                    obj.revokeGrant = undefined;
                    obj.putGrant = undefined;
                    obj.answerFriendRequest = undefined;
                    obj.listFriendRequests = undefined;
                    obj.sendFriendRequest = undefined;
                    obj.fetchAddress = undefined;
                    obj.publishAddress = undefined;
                    obj.fetchPrekeys = undefined;
                    obj.publishPrekeys = undefined;
                    obj.lookup = undefined;
                    obj.logout = undefined;
                    obj.introduce = undefined;
                    obj.login = undefined;
                    obj.register = undefined;
                    obj.challenge = undefined;
                    obj.hello = undefined;
                }
                if (obj.revokeGrant != null) {
                    obj.presentDevice = undefined;
                    obj.logBetween = undefined;
                    obj.logProve = undefined;
                    obj.logHead = undefined;
                    obj.deleteAccount = undefined;
                    obj.finishVaultLogin = undefined;
                    obj.startVaultLogin = undefined;
                    obj.revokeToken = undefined;
                    obj.listTokens = undefined;
                    obj.rename = undefined;
                    obj.dropVault = undefined;
                    obj.putVault = undefined;
                    obj.enrol = undefined;
                    obj.knows = undefined;
                    obj.ping = undefined;
                    obj.createToken = undefined;
                    obj.setBlock = undefined;
                    obj.acknowledge = undefined;
                    obj.drain = undefined;
                    obj.deposit = undefined;
                    obj.putGrant = undefined;
                    obj.answerFriendRequest = undefined;
                    obj.listFriendRequests = undefined;
                    obj.sendFriendRequest = undefined;
                    obj.fetchAddress = undefined;
                    obj.publishAddress = undefined;
                    obj.fetchPrekeys = undefined;
                    obj.publishPrekeys = undefined;
                    obj.lookup = undefined;
                    obj.logout = undefined;
                    obj.introduce = undefined;
                    obj.login = undefined;
                    obj.register = undefined;
                    obj.challenge = undefined;
                    obj.hello = undefined;
                }
                if (obj.putGrant != null) {
                    obj.presentDevice = undefined;
                    obj.logBetween = undefined;
                    obj.logProve = undefined;
                    obj.logHead = undefined;
                    obj.deleteAccount = undefined;
                    obj.finishVaultLogin = undefined;
                    obj.startVaultLogin = undefined;
                    obj.revokeToken = undefined;
                    obj.listTokens = undefined;
                    obj.rename = undefined;
                    obj.dropVault = undefined;
                    obj.putVault = undefined;
                    obj.enrol = undefined;
                    obj.knows = undefined;
                    obj.ping = undefined;
                    obj.createToken = undefined;
                    obj.setBlock = undefined;
                    obj.acknowledge = undefined;
                    obj.drain = undefined;
                    obj.deposit = undefined;
                    obj.revokeGrant = undefined;
                    obj.answerFriendRequest = undefined;
                    obj.listFriendRequests = undefined;
                    obj.sendFriendRequest = undefined;
                    obj.fetchAddress = undefined;
                    obj.publishAddress = undefined;
                    obj.fetchPrekeys = undefined;
                    obj.publishPrekeys = undefined;
                    obj.lookup = undefined;
                    obj.logout = undefined;
                    obj.introduce = undefined;
                    obj.login = undefined;
                    obj.register = undefined;
                    obj.challenge = undefined;
                    obj.hello = undefined;
                }
                if (obj.answerFriendRequest != null) {
                    obj.presentDevice = undefined;
                    obj.logBetween = undefined;
                    obj.logProve = undefined;
                    obj.logHead = undefined;
                    obj.deleteAccount = undefined;
                    obj.finishVaultLogin = undefined;
                    obj.startVaultLogin = undefined;
                    obj.revokeToken = undefined;
                    obj.listTokens = undefined;
                    obj.rename = undefined;
                    obj.dropVault = undefined;
                    obj.putVault = undefined;
                    obj.enrol = undefined;
                    obj.knows = undefined;
                    obj.ping = undefined;
                    obj.createToken = undefined;
                    obj.setBlock = undefined;
                    obj.acknowledge = undefined;
                    obj.drain = undefined;
                    obj.deposit = undefined;
                    obj.revokeGrant = undefined;
                    obj.putGrant = undefined;
                    obj.listFriendRequests = undefined;
                    obj.sendFriendRequest = undefined;
                    obj.fetchAddress = undefined;
                    obj.publishAddress = undefined;
                    obj.fetchPrekeys = undefined;
                    obj.publishPrekeys = undefined;
                    obj.lookup = undefined;
                    obj.logout = undefined;
                    obj.introduce = undefined;
                    obj.login = undefined;
                    obj.register = undefined;
                    obj.challenge = undefined;
                    obj.hello = undefined;
                }
                if (obj.listFriendRequests != null) {
                    obj.presentDevice = undefined;
                    obj.logBetween = undefined;
                    obj.logProve = undefined;
                    obj.logHead = undefined;
                    obj.deleteAccount = undefined;
                    obj.finishVaultLogin = undefined;
                    obj.startVaultLogin = undefined;
                    obj.revokeToken = undefined;
                    obj.listTokens = undefined;
                    obj.rename = undefined;
                    obj.dropVault = undefined;
                    obj.putVault = undefined;
                    obj.enrol = undefined;
                    obj.knows = undefined;
                    obj.ping = undefined;
                    obj.createToken = undefined;
                    obj.setBlock = undefined;
                    obj.acknowledge = undefined;
                    obj.drain = undefined;
                    obj.deposit = undefined;
                    obj.revokeGrant = undefined;
                    obj.putGrant = undefined;
                    obj.answerFriendRequest = undefined;
                    obj.sendFriendRequest = undefined;
                    obj.fetchAddress = undefined;
                    obj.publishAddress = undefined;
                    obj.fetchPrekeys = undefined;
                    obj.publishPrekeys = undefined;
                    obj.lookup = undefined;
                    obj.logout = undefined;
                    obj.introduce = undefined;
                    obj.login = undefined;
                    obj.register = undefined;
                    obj.challenge = undefined;
                    obj.hello = undefined;
                }
                if (obj.sendFriendRequest != null) {
                    obj.presentDevice = undefined;
                    obj.logBetween = undefined;
                    obj.logProve = undefined;
                    obj.logHead = undefined;
                    obj.deleteAccount = undefined;
                    obj.finishVaultLogin = undefined;
                    obj.startVaultLogin = undefined;
                    obj.revokeToken = undefined;
                    obj.listTokens = undefined;
                    obj.rename = undefined;
                    obj.dropVault = undefined;
                    obj.putVault = undefined;
                    obj.enrol = undefined;
                    obj.knows = undefined;
                    obj.ping = undefined;
                    obj.createToken = undefined;
                    obj.setBlock = undefined;
                    obj.acknowledge = undefined;
                    obj.drain = undefined;
                    obj.deposit = undefined;
                    obj.revokeGrant = undefined;
                    obj.putGrant = undefined;
                    obj.answerFriendRequest = undefined;
                    obj.listFriendRequests = undefined;
                    obj.fetchAddress = undefined;
                    obj.publishAddress = undefined;
                    obj.fetchPrekeys = undefined;
                    obj.publishPrekeys = undefined;
                    obj.lookup = undefined;
                    obj.logout = undefined;
                    obj.introduce = undefined;
                    obj.login = undefined;
                    obj.register = undefined;
                    obj.challenge = undefined;
                    obj.hello = undefined;
                }
                if (obj.fetchAddress != null) {
                    obj.presentDevice = undefined;
                    obj.logBetween = undefined;
                    obj.logProve = undefined;
                    obj.logHead = undefined;
                    obj.deleteAccount = undefined;
                    obj.finishVaultLogin = undefined;
                    obj.startVaultLogin = undefined;
                    obj.revokeToken = undefined;
                    obj.listTokens = undefined;
                    obj.rename = undefined;
                    obj.dropVault = undefined;
                    obj.putVault = undefined;
                    obj.enrol = undefined;
                    obj.knows = undefined;
                    obj.ping = undefined;
                    obj.createToken = undefined;
                    obj.setBlock = undefined;
                    obj.acknowledge = undefined;
                    obj.drain = undefined;
                    obj.deposit = undefined;
                    obj.revokeGrant = undefined;
                    obj.putGrant = undefined;
                    obj.answerFriendRequest = undefined;
                    obj.listFriendRequests = undefined;
                    obj.sendFriendRequest = undefined;
                    obj.publishAddress = undefined;
                    obj.fetchPrekeys = undefined;
                    obj.publishPrekeys = undefined;
                    obj.lookup = undefined;
                    obj.logout = undefined;
                    obj.introduce = undefined;
                    obj.login = undefined;
                    obj.register = undefined;
                    obj.challenge = undefined;
                    obj.hello = undefined;
                }
                if (obj.publishAddress != null) {
                    obj.presentDevice = undefined;
                    obj.logBetween = undefined;
                    obj.logProve = undefined;
                    obj.logHead = undefined;
                    obj.deleteAccount = undefined;
                    obj.finishVaultLogin = undefined;
                    obj.startVaultLogin = undefined;
                    obj.revokeToken = undefined;
                    obj.listTokens = undefined;
                    obj.rename = undefined;
                    obj.dropVault = undefined;
                    obj.putVault = undefined;
                    obj.enrol = undefined;
                    obj.knows = undefined;
                    obj.ping = undefined;
                    obj.createToken = undefined;
                    obj.setBlock = undefined;
                    obj.acknowledge = undefined;
                    obj.drain = undefined;
                    obj.deposit = undefined;
                    obj.revokeGrant = undefined;
                    obj.putGrant = undefined;
                    obj.answerFriendRequest = undefined;
                    obj.listFriendRequests = undefined;
                    obj.sendFriendRequest = undefined;
                    obj.fetchAddress = undefined;
                    obj.fetchPrekeys = undefined;
                    obj.publishPrekeys = undefined;
                    obj.lookup = undefined;
                    obj.logout = undefined;
                    obj.introduce = undefined;
                    obj.login = undefined;
                    obj.register = undefined;
                    obj.challenge = undefined;
                    obj.hello = undefined;
                }
                if (obj.fetchPrekeys != null) {
                    obj.presentDevice = undefined;
                    obj.logBetween = undefined;
                    obj.logProve = undefined;
                    obj.logHead = undefined;
                    obj.deleteAccount = undefined;
                    obj.finishVaultLogin = undefined;
                    obj.startVaultLogin = undefined;
                    obj.revokeToken = undefined;
                    obj.listTokens = undefined;
                    obj.rename = undefined;
                    obj.dropVault = undefined;
                    obj.putVault = undefined;
                    obj.enrol = undefined;
                    obj.knows = undefined;
                    obj.ping = undefined;
                    obj.createToken = undefined;
                    obj.setBlock = undefined;
                    obj.acknowledge = undefined;
                    obj.drain = undefined;
                    obj.deposit = undefined;
                    obj.revokeGrant = undefined;
                    obj.putGrant = undefined;
                    obj.answerFriendRequest = undefined;
                    obj.listFriendRequests = undefined;
                    obj.sendFriendRequest = undefined;
                    obj.fetchAddress = undefined;
                    obj.publishAddress = undefined;
                    obj.publishPrekeys = undefined;
                    obj.lookup = undefined;
                    obj.logout = undefined;
                    obj.introduce = undefined;
                    obj.login = undefined;
                    obj.register = undefined;
                    obj.challenge = undefined;
                    obj.hello = undefined;
                }
                if (obj.publishPrekeys != null) {
                    obj.presentDevice = undefined;
                    obj.logBetween = undefined;
                    obj.logProve = undefined;
                    obj.logHead = undefined;
                    obj.deleteAccount = undefined;
                    obj.finishVaultLogin = undefined;
                    obj.startVaultLogin = undefined;
                    obj.revokeToken = undefined;
                    obj.listTokens = undefined;
                    obj.rename = undefined;
                    obj.dropVault = undefined;
                    obj.putVault = undefined;
                    obj.enrol = undefined;
                    obj.knows = undefined;
                    obj.ping = undefined;
                    obj.createToken = undefined;
                    obj.setBlock = undefined;
                    obj.acknowledge = undefined;
                    obj.drain = undefined;
                    obj.deposit = undefined;
                    obj.revokeGrant = undefined;
                    obj.putGrant = undefined;
                    obj.answerFriendRequest = undefined;
                    obj.listFriendRequests = undefined;
                    obj.sendFriendRequest = undefined;
                    obj.fetchAddress = undefined;
                    obj.publishAddress = undefined;
                    obj.fetchPrekeys = undefined;
                    obj.lookup = undefined;
                    obj.logout = undefined;
                    obj.introduce = undefined;
                    obj.login = undefined;
                    obj.register = undefined;
                    obj.challenge = undefined;
                    obj.hello = undefined;
                }
                if (obj.lookup != null) {
                    obj.presentDevice = undefined;
                    obj.logBetween = undefined;
                    obj.logProve = undefined;
                    obj.logHead = undefined;
                    obj.deleteAccount = undefined;
                    obj.finishVaultLogin = undefined;
                    obj.startVaultLogin = undefined;
                    obj.revokeToken = undefined;
                    obj.listTokens = undefined;
                    obj.rename = undefined;
                    obj.dropVault = undefined;
                    obj.putVault = undefined;
                    obj.enrol = undefined;
                    obj.knows = undefined;
                    obj.ping = undefined;
                    obj.createToken = undefined;
                    obj.setBlock = undefined;
                    obj.acknowledge = undefined;
                    obj.drain = undefined;
                    obj.deposit = undefined;
                    obj.revokeGrant = undefined;
                    obj.putGrant = undefined;
                    obj.answerFriendRequest = undefined;
                    obj.listFriendRequests = undefined;
                    obj.sendFriendRequest = undefined;
                    obj.fetchAddress = undefined;
                    obj.publishAddress = undefined;
                    obj.fetchPrekeys = undefined;
                    obj.publishPrekeys = undefined;
                    obj.logout = undefined;
                    obj.introduce = undefined;
                    obj.login = undefined;
                    obj.register = undefined;
                    obj.challenge = undefined;
                    obj.hello = undefined;
                }
                if (obj.logout != null) {
                    obj.presentDevice = undefined;
                    obj.logBetween = undefined;
                    obj.logProve = undefined;
                    obj.logHead = undefined;
                    obj.deleteAccount = undefined;
                    obj.finishVaultLogin = undefined;
                    obj.startVaultLogin = undefined;
                    obj.revokeToken = undefined;
                    obj.listTokens = undefined;
                    obj.rename = undefined;
                    obj.dropVault = undefined;
                    obj.putVault = undefined;
                    obj.enrol = undefined;
                    obj.knows = undefined;
                    obj.ping = undefined;
                    obj.createToken = undefined;
                    obj.setBlock = undefined;
                    obj.acknowledge = undefined;
                    obj.drain = undefined;
                    obj.deposit = undefined;
                    obj.revokeGrant = undefined;
                    obj.putGrant = undefined;
                    obj.answerFriendRequest = undefined;
                    obj.listFriendRequests = undefined;
                    obj.sendFriendRequest = undefined;
                    obj.fetchAddress = undefined;
                    obj.publishAddress = undefined;
                    obj.fetchPrekeys = undefined;
                    obj.publishPrekeys = undefined;
                    obj.lookup = undefined;
                    obj.introduce = undefined;
                    obj.login = undefined;
                    obj.register = undefined;
                    obj.challenge = undefined;
                    obj.hello = undefined;
                }
                if (obj.introduce != null) {
                    obj.presentDevice = undefined;
                    obj.logBetween = undefined;
                    obj.logProve = undefined;
                    obj.logHead = undefined;
                    obj.deleteAccount = undefined;
                    obj.finishVaultLogin = undefined;
                    obj.startVaultLogin = undefined;
                    obj.revokeToken = undefined;
                    obj.listTokens = undefined;
                    obj.rename = undefined;
                    obj.dropVault = undefined;
                    obj.putVault = undefined;
                    obj.enrol = undefined;
                    obj.knows = undefined;
                    obj.ping = undefined;
                    obj.createToken = undefined;
                    obj.setBlock = undefined;
                    obj.acknowledge = undefined;
                    obj.drain = undefined;
                    obj.deposit = undefined;
                    obj.revokeGrant = undefined;
                    obj.putGrant = undefined;
                    obj.answerFriendRequest = undefined;
                    obj.listFriendRequests = undefined;
                    obj.sendFriendRequest = undefined;
                    obj.fetchAddress = undefined;
                    obj.publishAddress = undefined;
                    obj.fetchPrekeys = undefined;
                    obj.publishPrekeys = undefined;
                    obj.lookup = undefined;
                    obj.logout = undefined;
                    obj.login = undefined;
                    obj.register = undefined;
                    obj.challenge = undefined;
                    obj.hello = undefined;
                }
                if (obj.login != null) {
                    obj.presentDevice = undefined;
                    obj.logBetween = undefined;
                    obj.logProve = undefined;
                    obj.logHead = undefined;
                    obj.deleteAccount = undefined;
                    obj.finishVaultLogin = undefined;
                    obj.startVaultLogin = undefined;
                    obj.revokeToken = undefined;
                    obj.listTokens = undefined;
                    obj.rename = undefined;
                    obj.dropVault = undefined;
                    obj.putVault = undefined;
                    obj.enrol = undefined;
                    obj.knows = undefined;
                    obj.ping = undefined;
                    obj.createToken = undefined;
                    obj.setBlock = undefined;
                    obj.acknowledge = undefined;
                    obj.drain = undefined;
                    obj.deposit = undefined;
                    obj.revokeGrant = undefined;
                    obj.putGrant = undefined;
                    obj.answerFriendRequest = undefined;
                    obj.listFriendRequests = undefined;
                    obj.sendFriendRequest = undefined;
                    obj.fetchAddress = undefined;
                    obj.publishAddress = undefined;
                    obj.fetchPrekeys = undefined;
                    obj.publishPrekeys = undefined;
                    obj.lookup = undefined;
                    obj.logout = undefined;
                    obj.introduce = undefined;
                    obj.register = undefined;
                    obj.challenge = undefined;
                    obj.hello = undefined;
                }
                if (obj.register != null) {
                    obj.presentDevice = undefined;
                    obj.logBetween = undefined;
                    obj.logProve = undefined;
                    obj.logHead = undefined;
                    obj.deleteAccount = undefined;
                    obj.finishVaultLogin = undefined;
                    obj.startVaultLogin = undefined;
                    obj.revokeToken = undefined;
                    obj.listTokens = undefined;
                    obj.rename = undefined;
                    obj.dropVault = undefined;
                    obj.putVault = undefined;
                    obj.enrol = undefined;
                    obj.knows = undefined;
                    obj.ping = undefined;
                    obj.createToken = undefined;
                    obj.setBlock = undefined;
                    obj.acknowledge = undefined;
                    obj.drain = undefined;
                    obj.deposit = undefined;
                    obj.revokeGrant = undefined;
                    obj.putGrant = undefined;
                    obj.answerFriendRequest = undefined;
                    obj.listFriendRequests = undefined;
                    obj.sendFriendRequest = undefined;
                    obj.fetchAddress = undefined;
                    obj.publishAddress = undefined;
                    obj.fetchPrekeys = undefined;
                    obj.publishPrekeys = undefined;
                    obj.lookup = undefined;
                    obj.logout = undefined;
                    obj.introduce = undefined;
                    obj.login = undefined;
                    obj.challenge = undefined;
                    obj.hello = undefined;
                }
                if (obj.challenge != null) {
                    obj.presentDevice = undefined;
                    obj.logBetween = undefined;
                    obj.logProve = undefined;
                    obj.logHead = undefined;
                    obj.deleteAccount = undefined;
                    obj.finishVaultLogin = undefined;
                    obj.startVaultLogin = undefined;
                    obj.revokeToken = undefined;
                    obj.listTokens = undefined;
                    obj.rename = undefined;
                    obj.dropVault = undefined;
                    obj.putVault = undefined;
                    obj.enrol = undefined;
                    obj.knows = undefined;
                    obj.ping = undefined;
                    obj.createToken = undefined;
                    obj.setBlock = undefined;
                    obj.acknowledge = undefined;
                    obj.drain = undefined;
                    obj.deposit = undefined;
                    obj.revokeGrant = undefined;
                    obj.putGrant = undefined;
                    obj.answerFriendRequest = undefined;
                    obj.listFriendRequests = undefined;
                    obj.sendFriendRequest = undefined;
                    obj.fetchAddress = undefined;
                    obj.publishAddress = undefined;
                    obj.fetchPrekeys = undefined;
                    obj.publishPrekeys = undefined;
                    obj.lookup = undefined;
                    obj.logout = undefined;
                    obj.introduce = undefined;
                    obj.login = undefined;
                    obj.register = undefined;
                    obj.hello = undefined;
                }
                if (obj.hello != null) {
                    obj.presentDevice = undefined;
                    obj.logBetween = undefined;
                    obj.logProve = undefined;
                    obj.logHead = undefined;
                    obj.deleteAccount = undefined;
                    obj.finishVaultLogin = undefined;
                    obj.startVaultLogin = undefined;
                    obj.revokeToken = undefined;
                    obj.listTokens = undefined;
                    obj.rename = undefined;
                    obj.dropVault = undefined;
                    obj.putVault = undefined;
                    obj.enrol = undefined;
                    obj.knows = undefined;
                    obj.ping = undefined;
                    obj.createToken = undefined;
                    obj.setBlock = undefined;
                    obj.acknowledge = undefined;
                    obj.drain = undefined;
                    obj.deposit = undefined;
                    obj.revokeGrant = undefined;
                    obj.putGrant = undefined;
                    obj.answerFriendRequest = undefined;
                    obj.listFriendRequests = undefined;
                    obj.sendFriendRequest = undefined;
                    obj.fetchAddress = undefined;
                    obj.publishAddress = undefined;
                    obj.fetchPrekeys = undefined;
                    obj.publishPrekeys = undefined;
                    obj.lookup = undefined;
                    obj.logout = undefined;
                    obj.introduce = undefined;
                    obj.login = undefined;
                    obj.register = undefined;
                    obj.challenge = undefined;
                }
                if (obj.hello != null) {
                    w.uint32(10);
                    ServerHelloRequest.codec().encode(obj.hello, w);
                }
                if (obj.challenge != null) {
                    w.uint32(18);
                    ChallengeRequest.codec().encode(obj.challenge, w);
                }
                if (obj.register != null) {
                    w.uint32(26);
                    RegisterRequest.codec().encode(obj.register, w);
                }
                if (obj.login != null) {
                    w.uint32(34);
                    LoginRequest.codec().encode(obj.login, w);
                }
                if (obj.introduce != null) {
                    w.uint32(42);
                    IntroduceRequest.codec().encode(obj.introduce, w);
                }
                if (obj.logout != null) {
                    w.uint32(50);
                    LogoutRequest.codec().encode(obj.logout, w);
                }
                if (obj.lookup != null) {
                    w.uint32(58);
                    LookupRequest.codec().encode(obj.lookup, w);
                }
                if (obj.publishPrekeys != null) {
                    w.uint32(66);
                    PublishPrekeysRequest.codec().encode(obj.publishPrekeys, w);
                }
                if (obj.fetchPrekeys != null) {
                    w.uint32(74);
                    FetchPrekeysRequest.codec().encode(obj.fetchPrekeys, w);
                }
                if (obj.publishAddress != null) {
                    w.uint32(82);
                    PublishAddressRequest.codec().encode(obj.publishAddress, w);
                }
                if (obj.fetchAddress != null) {
                    w.uint32(90);
                    FetchAddressRequest.codec().encode(obj.fetchAddress, w);
                }
                if (obj.sendFriendRequest != null) {
                    w.uint32(98);
                    SendFriendRequestRequest.codec().encode(obj.sendFriendRequest, w);
                }
                if (obj.listFriendRequests != null) {
                    w.uint32(106);
                    ListFriendRequestsRequest.codec().encode(obj.listFriendRequests, w);
                }
                if (obj.answerFriendRequest != null) {
                    w.uint32(114);
                    AnswerFriendRequestRequest.codec().encode(obj.answerFriendRequest, w);
                }
                if (obj.putGrant != null) {
                    w.uint32(122);
                    PutGrantRequest.codec().encode(obj.putGrant, w);
                }
                if (obj.revokeGrant != null) {
                    w.uint32(130);
                    RevokeGrantRequest.codec().encode(obj.revokeGrant, w);
                }
                if (obj.deposit != null) {
                    w.uint32(138);
                    DepositRequest.codec().encode(obj.deposit, w);
                }
                if (obj.drain != null) {
                    w.uint32(146);
                    DrainRequest.codec().encode(obj.drain, w);
                }
                if (obj.acknowledge != null) {
                    w.uint32(154);
                    AcknowledgeRequest.codec().encode(obj.acknowledge, w);
                }
                if (obj.setBlock != null) {
                    w.uint32(162);
                    SetBlockRequest.codec().encode(obj.setBlock, w);
                }
                if (obj.createToken != null) {
                    w.uint32(170);
                    CreateTokenRequest.codec().encode(obj.createToken, w);
                }
                if (obj.ping != null) {
                    w.uint32(178);
                    PingRequest.codec().encode(obj.ping, w);
                }
                if (obj.knows != null) {
                    w.uint32(186);
                    KnowsRequest.codec().encode(obj.knows, w);
                }
                if (obj.enrol != null) {
                    w.uint32(194);
                    EnrolRequest.codec().encode(obj.enrol, w);
                }
                if (obj.putVault != null) {
                    w.uint32(202);
                    PutVaultRequest.codec().encode(obj.putVault, w);
                }
                if (obj.dropVault != null) {
                    w.uint32(210);
                    DropVaultRequest.codec().encode(obj.dropVault, w);
                }
                if (obj.rename != null) {
                    w.uint32(322);
                    RenameRequest.codec().encode(obj.rename, w);
                }
                if (obj.listTokens != null) {
                    w.uint32(330);
                    ListTokensRequest.codec().encode(obj.listTokens, w);
                }
                if (obj.revokeToken != null) {
                    w.uint32(338);
                    RevokeTokenRequest.codec().encode(obj.revokeToken, w);
                }
                if (obj.startVaultLogin != null) {
                    w.uint32(218);
                    StartVaultLoginRequest.codec().encode(obj.startVaultLogin, w);
                }
                if (obj.finishVaultLogin != null) {
                    w.uint32(226);
                    FinishVaultLoginRequest.codec().encode(obj.finishVaultLogin, w);
                }
                if (obj.deleteAccount != null) {
                    w.uint32(234);
                    DeleteAccountRequest.codec().encode(obj.deleteAccount, w);
                }
                if (obj.logHead != null) {
                    w.uint32(242);
                    LogHeadRequest.codec().encode(obj.logHead, w);
                }
                if (obj.logProve != null) {
                    w.uint32(250);
                    LogProveRequest.codec().encode(obj.logProve, w);
                }
                if (obj.logBetween != null) {
                    w.uint32(258);
                    LogBetweenRequest.codec().encode(obj.logBetween, w);
                }
                if (obj.presentDevice != null) {
                    w.uint32(362);
                    PresentDeviceRequest.codec().encode(obj.presentDevice, w);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {};
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.hello = ServerHelloRequest.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.hello
                            });
                            break;
                        }
                        case 2: {
                            obj.challenge = ChallengeRequest.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.challenge
                            });
                            break;
                        }
                        case 3: {
                            obj.register = RegisterRequest.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.register
                            });
                            break;
                        }
                        case 4: {
                            obj.login = LoginRequest.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.login
                            });
                            break;
                        }
                        case 5: {
                            obj.introduce = IntroduceRequest.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.introduce
                            });
                            break;
                        }
                        case 6: {
                            obj.logout = LogoutRequest.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.logout
                            });
                            break;
                        }
                        case 7: {
                            obj.lookup = LookupRequest.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.lookup
                            });
                            break;
                        }
                        case 8: {
                            obj.publishPrekeys = PublishPrekeysRequest.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.publishPrekeys
                            });
                            break;
                        }
                        case 9: {
                            obj.fetchPrekeys = FetchPrekeysRequest.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.fetchPrekeys
                            });
                            break;
                        }
                        case 10: {
                            obj.publishAddress = PublishAddressRequest.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.publishAddress
                            });
                            break;
                        }
                        case 11: {
                            obj.fetchAddress = FetchAddressRequest.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.fetchAddress
                            });
                            break;
                        }
                        case 12: {
                            obj.sendFriendRequest = SendFriendRequestRequest.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.sendFriendRequest
                            });
                            break;
                        }
                        case 13: {
                            obj.listFriendRequests = ListFriendRequestsRequest.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.listFriendRequests
                            });
                            break;
                        }
                        case 14: {
                            obj.answerFriendRequest = AnswerFriendRequestRequest.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.answerFriendRequest
                            });
                            break;
                        }
                        case 15: {
                            obj.putGrant = PutGrantRequest.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.putGrant
                            });
                            break;
                        }
                        case 16: {
                            obj.revokeGrant = RevokeGrantRequest.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.revokeGrant
                            });
                            break;
                        }
                        case 17: {
                            obj.deposit = DepositRequest.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.deposit
                            });
                            break;
                        }
                        case 18: {
                            obj.drain = DrainRequest.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.drain
                            });
                            break;
                        }
                        case 19: {
                            obj.acknowledge = AcknowledgeRequest.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.acknowledge
                            });
                            break;
                        }
                        case 20: {
                            obj.setBlock = SetBlockRequest.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.setBlock
                            });
                            break;
                        }
                        case 21: {
                            obj.createToken = CreateTokenRequest.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.createToken
                            });
                            break;
                        }
                        case 22: {
                            obj.ping = PingRequest.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.ping
                            });
                            break;
                        }
                        case 23: {
                            obj.knows = KnowsRequest.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.knows
                            });
                            break;
                        }
                        case 24: {
                            obj.enrol = EnrolRequest.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.enrol
                            });
                            break;
                        }
                        case 25: {
                            obj.putVault = PutVaultRequest.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.putVault
                            });
                            break;
                        }
                        case 26: {
                            obj.dropVault = DropVaultRequest.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.dropVault
                            });
                            break;
                        }
                        case 40: {
                            obj.rename = RenameRequest.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.rename
                            });
                            break;
                        }
                        case 41: {
                            obj.listTokens = ListTokensRequest.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.listTokens
                            });
                            break;
                        }
                        case 42: {
                            obj.revokeToken = RevokeTokenRequest.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.revokeToken
                            });
                            break;
                        }
                        case 27: {
                            obj.startVaultLogin = StartVaultLoginRequest.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.startVaultLogin
                            });
                            break;
                        }
                        case 28: {
                            obj.finishVaultLogin = FinishVaultLoginRequest.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.finishVaultLogin
                            });
                            break;
                        }
                        case 29: {
                            obj.deleteAccount = DeleteAccountRequest.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.deleteAccount
                            });
                            break;
                        }
                        case 30: {
                            obj.logHead = LogHeadRequest.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.logHead
                            });
                            break;
                        }
                        case 31: {
                            obj.logProve = LogProveRequest.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.logProve
                            });
                            break;
                        }
                        case 32: {
                            obj.logBetween = LogBetweenRequest.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.logBetween
                            });
                            break;
                        }
                        case 45: {
                            obj.presentDevice = PresentDeviceRequest.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.presentDevice
                            });
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                if (obj.presentDevice != null) {
                    delete obj.logBetween;
                    delete obj.logProve;
                    delete obj.logHead;
                    delete obj.deleteAccount;
                    delete obj.finishVaultLogin;
                    delete obj.startVaultLogin;
                    delete obj.revokeToken;
                    delete obj.listTokens;
                    delete obj.rename;
                    delete obj.dropVault;
                    delete obj.putVault;
                    delete obj.enrol;
                    delete obj.knows;
                    delete obj.ping;
                    delete obj.createToken;
                    delete obj.setBlock;
                    delete obj.acknowledge;
                    delete obj.drain;
                    delete obj.deposit;
                    delete obj.revokeGrant;
                    delete obj.putGrant;
                    delete obj.answerFriendRequest;
                    delete obj.listFriendRequests;
                    delete obj.sendFriendRequest;
                    delete obj.fetchAddress;
                    delete obj.publishAddress;
                    delete obj.fetchPrekeys;
                    delete obj.publishPrekeys;
                    delete obj.lookup;
                    delete obj.logout;
                    delete obj.introduce;
                    delete obj.login;
                    delete obj.register;
                    delete obj.challenge;
                    delete obj.hello;
                }
                if (obj.logBetween != null) {
                    delete obj.presentDevice;
                    delete obj.logProve;
                    delete obj.logHead;
                    delete obj.deleteAccount;
                    delete obj.finishVaultLogin;
                    delete obj.startVaultLogin;
                    delete obj.revokeToken;
                    delete obj.listTokens;
                    delete obj.rename;
                    delete obj.dropVault;
                    delete obj.putVault;
                    delete obj.enrol;
                    delete obj.knows;
                    delete obj.ping;
                    delete obj.createToken;
                    delete obj.setBlock;
                    delete obj.acknowledge;
                    delete obj.drain;
                    delete obj.deposit;
                    delete obj.revokeGrant;
                    delete obj.putGrant;
                    delete obj.answerFriendRequest;
                    delete obj.listFriendRequests;
                    delete obj.sendFriendRequest;
                    delete obj.fetchAddress;
                    delete obj.publishAddress;
                    delete obj.fetchPrekeys;
                    delete obj.publishPrekeys;
                    delete obj.lookup;
                    delete obj.logout;
                    delete obj.introduce;
                    delete obj.login;
                    delete obj.register;
                    delete obj.challenge;
                    delete obj.hello;
                }
                if (obj.logProve != null) {
                    delete obj.presentDevice;
                    delete obj.logBetween;
                    delete obj.logHead;
                    delete obj.deleteAccount;
                    delete obj.finishVaultLogin;
                    delete obj.startVaultLogin;
                    delete obj.revokeToken;
                    delete obj.listTokens;
                    delete obj.rename;
                    delete obj.dropVault;
                    delete obj.putVault;
                    delete obj.enrol;
                    delete obj.knows;
                    delete obj.ping;
                    delete obj.createToken;
                    delete obj.setBlock;
                    delete obj.acknowledge;
                    delete obj.drain;
                    delete obj.deposit;
                    delete obj.revokeGrant;
                    delete obj.putGrant;
                    delete obj.answerFriendRequest;
                    delete obj.listFriendRequests;
                    delete obj.sendFriendRequest;
                    delete obj.fetchAddress;
                    delete obj.publishAddress;
                    delete obj.fetchPrekeys;
                    delete obj.publishPrekeys;
                    delete obj.lookup;
                    delete obj.logout;
                    delete obj.introduce;
                    delete obj.login;
                    delete obj.register;
                    delete obj.challenge;
                    delete obj.hello;
                }
                if (obj.logHead != null) {
                    delete obj.presentDevice;
                    delete obj.logBetween;
                    delete obj.logProve;
                    delete obj.deleteAccount;
                    delete obj.finishVaultLogin;
                    delete obj.startVaultLogin;
                    delete obj.revokeToken;
                    delete obj.listTokens;
                    delete obj.rename;
                    delete obj.dropVault;
                    delete obj.putVault;
                    delete obj.enrol;
                    delete obj.knows;
                    delete obj.ping;
                    delete obj.createToken;
                    delete obj.setBlock;
                    delete obj.acknowledge;
                    delete obj.drain;
                    delete obj.deposit;
                    delete obj.revokeGrant;
                    delete obj.putGrant;
                    delete obj.answerFriendRequest;
                    delete obj.listFriendRequests;
                    delete obj.sendFriendRequest;
                    delete obj.fetchAddress;
                    delete obj.publishAddress;
                    delete obj.fetchPrekeys;
                    delete obj.publishPrekeys;
                    delete obj.lookup;
                    delete obj.logout;
                    delete obj.introduce;
                    delete obj.login;
                    delete obj.register;
                    delete obj.challenge;
                    delete obj.hello;
                }
                if (obj.deleteAccount != null) {
                    delete obj.presentDevice;
                    delete obj.logBetween;
                    delete obj.logProve;
                    delete obj.logHead;
                    delete obj.finishVaultLogin;
                    delete obj.startVaultLogin;
                    delete obj.revokeToken;
                    delete obj.listTokens;
                    delete obj.rename;
                    delete obj.dropVault;
                    delete obj.putVault;
                    delete obj.enrol;
                    delete obj.knows;
                    delete obj.ping;
                    delete obj.createToken;
                    delete obj.setBlock;
                    delete obj.acknowledge;
                    delete obj.drain;
                    delete obj.deposit;
                    delete obj.revokeGrant;
                    delete obj.putGrant;
                    delete obj.answerFriendRequest;
                    delete obj.listFriendRequests;
                    delete obj.sendFriendRequest;
                    delete obj.fetchAddress;
                    delete obj.publishAddress;
                    delete obj.fetchPrekeys;
                    delete obj.publishPrekeys;
                    delete obj.lookup;
                    delete obj.logout;
                    delete obj.introduce;
                    delete obj.login;
                    delete obj.register;
                    delete obj.challenge;
                    delete obj.hello;
                }
                if (obj.finishVaultLogin != null) {
                    delete obj.presentDevice;
                    delete obj.logBetween;
                    delete obj.logProve;
                    delete obj.logHead;
                    delete obj.deleteAccount;
                    delete obj.startVaultLogin;
                    delete obj.revokeToken;
                    delete obj.listTokens;
                    delete obj.rename;
                    delete obj.dropVault;
                    delete obj.putVault;
                    delete obj.enrol;
                    delete obj.knows;
                    delete obj.ping;
                    delete obj.createToken;
                    delete obj.setBlock;
                    delete obj.acknowledge;
                    delete obj.drain;
                    delete obj.deposit;
                    delete obj.revokeGrant;
                    delete obj.putGrant;
                    delete obj.answerFriendRequest;
                    delete obj.listFriendRequests;
                    delete obj.sendFriendRequest;
                    delete obj.fetchAddress;
                    delete obj.publishAddress;
                    delete obj.fetchPrekeys;
                    delete obj.publishPrekeys;
                    delete obj.lookup;
                    delete obj.logout;
                    delete obj.introduce;
                    delete obj.login;
                    delete obj.register;
                    delete obj.challenge;
                    delete obj.hello;
                }
                if (obj.startVaultLogin != null) {
                    delete obj.presentDevice;
                    delete obj.logBetween;
                    delete obj.logProve;
                    delete obj.logHead;
                    delete obj.deleteAccount;
                    delete obj.finishVaultLogin;
                    delete obj.revokeToken;
                    delete obj.listTokens;
                    delete obj.rename;
                    delete obj.dropVault;
                    delete obj.putVault;
                    delete obj.enrol;
                    delete obj.knows;
                    delete obj.ping;
                    delete obj.createToken;
                    delete obj.setBlock;
                    delete obj.acknowledge;
                    delete obj.drain;
                    delete obj.deposit;
                    delete obj.revokeGrant;
                    delete obj.putGrant;
                    delete obj.answerFriendRequest;
                    delete obj.listFriendRequests;
                    delete obj.sendFriendRequest;
                    delete obj.fetchAddress;
                    delete obj.publishAddress;
                    delete obj.fetchPrekeys;
                    delete obj.publishPrekeys;
                    delete obj.lookup;
                    delete obj.logout;
                    delete obj.introduce;
                    delete obj.login;
                    delete obj.register;
                    delete obj.challenge;
                    delete obj.hello;
                }
                if (obj.revokeToken != null) {
                    delete obj.presentDevice;
                    delete obj.logBetween;
                    delete obj.logProve;
                    delete obj.logHead;
                    delete obj.deleteAccount;
                    delete obj.finishVaultLogin;
                    delete obj.startVaultLogin;
                    delete obj.listTokens;
                    delete obj.rename;
                    delete obj.dropVault;
                    delete obj.putVault;
                    delete obj.enrol;
                    delete obj.knows;
                    delete obj.ping;
                    delete obj.createToken;
                    delete obj.setBlock;
                    delete obj.acknowledge;
                    delete obj.drain;
                    delete obj.deposit;
                    delete obj.revokeGrant;
                    delete obj.putGrant;
                    delete obj.answerFriendRequest;
                    delete obj.listFriendRequests;
                    delete obj.sendFriendRequest;
                    delete obj.fetchAddress;
                    delete obj.publishAddress;
                    delete obj.fetchPrekeys;
                    delete obj.publishPrekeys;
                    delete obj.lookup;
                    delete obj.logout;
                    delete obj.introduce;
                    delete obj.login;
                    delete obj.register;
                    delete obj.challenge;
                    delete obj.hello;
                }
                if (obj.listTokens != null) {
                    delete obj.presentDevice;
                    delete obj.logBetween;
                    delete obj.logProve;
                    delete obj.logHead;
                    delete obj.deleteAccount;
                    delete obj.finishVaultLogin;
                    delete obj.startVaultLogin;
                    delete obj.revokeToken;
                    delete obj.rename;
                    delete obj.dropVault;
                    delete obj.putVault;
                    delete obj.enrol;
                    delete obj.knows;
                    delete obj.ping;
                    delete obj.createToken;
                    delete obj.setBlock;
                    delete obj.acknowledge;
                    delete obj.drain;
                    delete obj.deposit;
                    delete obj.revokeGrant;
                    delete obj.putGrant;
                    delete obj.answerFriendRequest;
                    delete obj.listFriendRequests;
                    delete obj.sendFriendRequest;
                    delete obj.fetchAddress;
                    delete obj.publishAddress;
                    delete obj.fetchPrekeys;
                    delete obj.publishPrekeys;
                    delete obj.lookup;
                    delete obj.logout;
                    delete obj.introduce;
                    delete obj.login;
                    delete obj.register;
                    delete obj.challenge;
                    delete obj.hello;
                }
                if (obj.rename != null) {
                    delete obj.presentDevice;
                    delete obj.logBetween;
                    delete obj.logProve;
                    delete obj.logHead;
                    delete obj.deleteAccount;
                    delete obj.finishVaultLogin;
                    delete obj.startVaultLogin;
                    delete obj.revokeToken;
                    delete obj.listTokens;
                    delete obj.dropVault;
                    delete obj.putVault;
                    delete obj.enrol;
                    delete obj.knows;
                    delete obj.ping;
                    delete obj.createToken;
                    delete obj.setBlock;
                    delete obj.acknowledge;
                    delete obj.drain;
                    delete obj.deposit;
                    delete obj.revokeGrant;
                    delete obj.putGrant;
                    delete obj.answerFriendRequest;
                    delete obj.listFriendRequests;
                    delete obj.sendFriendRequest;
                    delete obj.fetchAddress;
                    delete obj.publishAddress;
                    delete obj.fetchPrekeys;
                    delete obj.publishPrekeys;
                    delete obj.lookup;
                    delete obj.logout;
                    delete obj.introduce;
                    delete obj.login;
                    delete obj.register;
                    delete obj.challenge;
                    delete obj.hello;
                }
                if (obj.dropVault != null) {
                    delete obj.presentDevice;
                    delete obj.logBetween;
                    delete obj.logProve;
                    delete obj.logHead;
                    delete obj.deleteAccount;
                    delete obj.finishVaultLogin;
                    delete obj.startVaultLogin;
                    delete obj.revokeToken;
                    delete obj.listTokens;
                    delete obj.rename;
                    delete obj.putVault;
                    delete obj.enrol;
                    delete obj.knows;
                    delete obj.ping;
                    delete obj.createToken;
                    delete obj.setBlock;
                    delete obj.acknowledge;
                    delete obj.drain;
                    delete obj.deposit;
                    delete obj.revokeGrant;
                    delete obj.putGrant;
                    delete obj.answerFriendRequest;
                    delete obj.listFriendRequests;
                    delete obj.sendFriendRequest;
                    delete obj.fetchAddress;
                    delete obj.publishAddress;
                    delete obj.fetchPrekeys;
                    delete obj.publishPrekeys;
                    delete obj.lookup;
                    delete obj.logout;
                    delete obj.introduce;
                    delete obj.login;
                    delete obj.register;
                    delete obj.challenge;
                    delete obj.hello;
                }
                if (obj.putVault != null) {
                    delete obj.presentDevice;
                    delete obj.logBetween;
                    delete obj.logProve;
                    delete obj.logHead;
                    delete obj.deleteAccount;
                    delete obj.finishVaultLogin;
                    delete obj.startVaultLogin;
                    delete obj.revokeToken;
                    delete obj.listTokens;
                    delete obj.rename;
                    delete obj.dropVault;
                    delete obj.enrol;
                    delete obj.knows;
                    delete obj.ping;
                    delete obj.createToken;
                    delete obj.setBlock;
                    delete obj.acknowledge;
                    delete obj.drain;
                    delete obj.deposit;
                    delete obj.revokeGrant;
                    delete obj.putGrant;
                    delete obj.answerFriendRequest;
                    delete obj.listFriendRequests;
                    delete obj.sendFriendRequest;
                    delete obj.fetchAddress;
                    delete obj.publishAddress;
                    delete obj.fetchPrekeys;
                    delete obj.publishPrekeys;
                    delete obj.lookup;
                    delete obj.logout;
                    delete obj.introduce;
                    delete obj.login;
                    delete obj.register;
                    delete obj.challenge;
                    delete obj.hello;
                }
                if (obj.enrol != null) {
                    delete obj.presentDevice;
                    delete obj.logBetween;
                    delete obj.logProve;
                    delete obj.logHead;
                    delete obj.deleteAccount;
                    delete obj.finishVaultLogin;
                    delete obj.startVaultLogin;
                    delete obj.revokeToken;
                    delete obj.listTokens;
                    delete obj.rename;
                    delete obj.dropVault;
                    delete obj.putVault;
                    delete obj.knows;
                    delete obj.ping;
                    delete obj.createToken;
                    delete obj.setBlock;
                    delete obj.acknowledge;
                    delete obj.drain;
                    delete obj.deposit;
                    delete obj.revokeGrant;
                    delete obj.putGrant;
                    delete obj.answerFriendRequest;
                    delete obj.listFriendRequests;
                    delete obj.sendFriendRequest;
                    delete obj.fetchAddress;
                    delete obj.publishAddress;
                    delete obj.fetchPrekeys;
                    delete obj.publishPrekeys;
                    delete obj.lookup;
                    delete obj.logout;
                    delete obj.introduce;
                    delete obj.login;
                    delete obj.register;
                    delete obj.challenge;
                    delete obj.hello;
                }
                if (obj.knows != null) {
                    delete obj.presentDevice;
                    delete obj.logBetween;
                    delete obj.logProve;
                    delete obj.logHead;
                    delete obj.deleteAccount;
                    delete obj.finishVaultLogin;
                    delete obj.startVaultLogin;
                    delete obj.revokeToken;
                    delete obj.listTokens;
                    delete obj.rename;
                    delete obj.dropVault;
                    delete obj.putVault;
                    delete obj.enrol;
                    delete obj.ping;
                    delete obj.createToken;
                    delete obj.setBlock;
                    delete obj.acknowledge;
                    delete obj.drain;
                    delete obj.deposit;
                    delete obj.revokeGrant;
                    delete obj.putGrant;
                    delete obj.answerFriendRequest;
                    delete obj.listFriendRequests;
                    delete obj.sendFriendRequest;
                    delete obj.fetchAddress;
                    delete obj.publishAddress;
                    delete obj.fetchPrekeys;
                    delete obj.publishPrekeys;
                    delete obj.lookup;
                    delete obj.logout;
                    delete obj.introduce;
                    delete obj.login;
                    delete obj.register;
                    delete obj.challenge;
                    delete obj.hello;
                }
                if (obj.ping != null) {
                    delete obj.presentDevice;
                    delete obj.logBetween;
                    delete obj.logProve;
                    delete obj.logHead;
                    delete obj.deleteAccount;
                    delete obj.finishVaultLogin;
                    delete obj.startVaultLogin;
                    delete obj.revokeToken;
                    delete obj.listTokens;
                    delete obj.rename;
                    delete obj.dropVault;
                    delete obj.putVault;
                    delete obj.enrol;
                    delete obj.knows;
                    delete obj.createToken;
                    delete obj.setBlock;
                    delete obj.acknowledge;
                    delete obj.drain;
                    delete obj.deposit;
                    delete obj.revokeGrant;
                    delete obj.putGrant;
                    delete obj.answerFriendRequest;
                    delete obj.listFriendRequests;
                    delete obj.sendFriendRequest;
                    delete obj.fetchAddress;
                    delete obj.publishAddress;
                    delete obj.fetchPrekeys;
                    delete obj.publishPrekeys;
                    delete obj.lookup;
                    delete obj.logout;
                    delete obj.introduce;
                    delete obj.login;
                    delete obj.register;
                    delete obj.challenge;
                    delete obj.hello;
                }
                if (obj.createToken != null) {
                    delete obj.presentDevice;
                    delete obj.logBetween;
                    delete obj.logProve;
                    delete obj.logHead;
                    delete obj.deleteAccount;
                    delete obj.finishVaultLogin;
                    delete obj.startVaultLogin;
                    delete obj.revokeToken;
                    delete obj.listTokens;
                    delete obj.rename;
                    delete obj.dropVault;
                    delete obj.putVault;
                    delete obj.enrol;
                    delete obj.knows;
                    delete obj.ping;
                    delete obj.setBlock;
                    delete obj.acknowledge;
                    delete obj.drain;
                    delete obj.deposit;
                    delete obj.revokeGrant;
                    delete obj.putGrant;
                    delete obj.answerFriendRequest;
                    delete obj.listFriendRequests;
                    delete obj.sendFriendRequest;
                    delete obj.fetchAddress;
                    delete obj.publishAddress;
                    delete obj.fetchPrekeys;
                    delete obj.publishPrekeys;
                    delete obj.lookup;
                    delete obj.logout;
                    delete obj.introduce;
                    delete obj.login;
                    delete obj.register;
                    delete obj.challenge;
                    delete obj.hello;
                }
                if (obj.setBlock != null) {
                    delete obj.presentDevice;
                    delete obj.logBetween;
                    delete obj.logProve;
                    delete obj.logHead;
                    delete obj.deleteAccount;
                    delete obj.finishVaultLogin;
                    delete obj.startVaultLogin;
                    delete obj.revokeToken;
                    delete obj.listTokens;
                    delete obj.rename;
                    delete obj.dropVault;
                    delete obj.putVault;
                    delete obj.enrol;
                    delete obj.knows;
                    delete obj.ping;
                    delete obj.createToken;
                    delete obj.acknowledge;
                    delete obj.drain;
                    delete obj.deposit;
                    delete obj.revokeGrant;
                    delete obj.putGrant;
                    delete obj.answerFriendRequest;
                    delete obj.listFriendRequests;
                    delete obj.sendFriendRequest;
                    delete obj.fetchAddress;
                    delete obj.publishAddress;
                    delete obj.fetchPrekeys;
                    delete obj.publishPrekeys;
                    delete obj.lookup;
                    delete obj.logout;
                    delete obj.introduce;
                    delete obj.login;
                    delete obj.register;
                    delete obj.challenge;
                    delete obj.hello;
                }
                if (obj.acknowledge != null) {
                    delete obj.presentDevice;
                    delete obj.logBetween;
                    delete obj.logProve;
                    delete obj.logHead;
                    delete obj.deleteAccount;
                    delete obj.finishVaultLogin;
                    delete obj.startVaultLogin;
                    delete obj.revokeToken;
                    delete obj.listTokens;
                    delete obj.rename;
                    delete obj.dropVault;
                    delete obj.putVault;
                    delete obj.enrol;
                    delete obj.knows;
                    delete obj.ping;
                    delete obj.createToken;
                    delete obj.setBlock;
                    delete obj.drain;
                    delete obj.deposit;
                    delete obj.revokeGrant;
                    delete obj.putGrant;
                    delete obj.answerFriendRequest;
                    delete obj.listFriendRequests;
                    delete obj.sendFriendRequest;
                    delete obj.fetchAddress;
                    delete obj.publishAddress;
                    delete obj.fetchPrekeys;
                    delete obj.publishPrekeys;
                    delete obj.lookup;
                    delete obj.logout;
                    delete obj.introduce;
                    delete obj.login;
                    delete obj.register;
                    delete obj.challenge;
                    delete obj.hello;
                }
                if (obj.drain != null) {
                    delete obj.presentDevice;
                    delete obj.logBetween;
                    delete obj.logProve;
                    delete obj.logHead;
                    delete obj.deleteAccount;
                    delete obj.finishVaultLogin;
                    delete obj.startVaultLogin;
                    delete obj.revokeToken;
                    delete obj.listTokens;
                    delete obj.rename;
                    delete obj.dropVault;
                    delete obj.putVault;
                    delete obj.enrol;
                    delete obj.knows;
                    delete obj.ping;
                    delete obj.createToken;
                    delete obj.setBlock;
                    delete obj.acknowledge;
                    delete obj.deposit;
                    delete obj.revokeGrant;
                    delete obj.putGrant;
                    delete obj.answerFriendRequest;
                    delete obj.listFriendRequests;
                    delete obj.sendFriendRequest;
                    delete obj.fetchAddress;
                    delete obj.publishAddress;
                    delete obj.fetchPrekeys;
                    delete obj.publishPrekeys;
                    delete obj.lookup;
                    delete obj.logout;
                    delete obj.introduce;
                    delete obj.login;
                    delete obj.register;
                    delete obj.challenge;
                    delete obj.hello;
                }
                if (obj.deposit != null) {
                    delete obj.presentDevice;
                    delete obj.logBetween;
                    delete obj.logProve;
                    delete obj.logHead;
                    delete obj.deleteAccount;
                    delete obj.finishVaultLogin;
                    delete obj.startVaultLogin;
                    delete obj.revokeToken;
                    delete obj.listTokens;
                    delete obj.rename;
                    delete obj.dropVault;
                    delete obj.putVault;
                    delete obj.enrol;
                    delete obj.knows;
                    delete obj.ping;
                    delete obj.createToken;
                    delete obj.setBlock;
                    delete obj.acknowledge;
                    delete obj.drain;
                    delete obj.revokeGrant;
                    delete obj.putGrant;
                    delete obj.answerFriendRequest;
                    delete obj.listFriendRequests;
                    delete obj.sendFriendRequest;
                    delete obj.fetchAddress;
                    delete obj.publishAddress;
                    delete obj.fetchPrekeys;
                    delete obj.publishPrekeys;
                    delete obj.lookup;
                    delete obj.logout;
                    delete obj.introduce;
                    delete obj.login;
                    delete obj.register;
                    delete obj.challenge;
                    delete obj.hello;
                }
                if (obj.revokeGrant != null) {
                    delete obj.presentDevice;
                    delete obj.logBetween;
                    delete obj.logProve;
                    delete obj.logHead;
                    delete obj.deleteAccount;
                    delete obj.finishVaultLogin;
                    delete obj.startVaultLogin;
                    delete obj.revokeToken;
                    delete obj.listTokens;
                    delete obj.rename;
                    delete obj.dropVault;
                    delete obj.putVault;
                    delete obj.enrol;
                    delete obj.knows;
                    delete obj.ping;
                    delete obj.createToken;
                    delete obj.setBlock;
                    delete obj.acknowledge;
                    delete obj.drain;
                    delete obj.deposit;
                    delete obj.putGrant;
                    delete obj.answerFriendRequest;
                    delete obj.listFriendRequests;
                    delete obj.sendFriendRequest;
                    delete obj.fetchAddress;
                    delete obj.publishAddress;
                    delete obj.fetchPrekeys;
                    delete obj.publishPrekeys;
                    delete obj.lookup;
                    delete obj.logout;
                    delete obj.introduce;
                    delete obj.login;
                    delete obj.register;
                    delete obj.challenge;
                    delete obj.hello;
                }
                if (obj.putGrant != null) {
                    delete obj.presentDevice;
                    delete obj.logBetween;
                    delete obj.logProve;
                    delete obj.logHead;
                    delete obj.deleteAccount;
                    delete obj.finishVaultLogin;
                    delete obj.startVaultLogin;
                    delete obj.revokeToken;
                    delete obj.listTokens;
                    delete obj.rename;
                    delete obj.dropVault;
                    delete obj.putVault;
                    delete obj.enrol;
                    delete obj.knows;
                    delete obj.ping;
                    delete obj.createToken;
                    delete obj.setBlock;
                    delete obj.acknowledge;
                    delete obj.drain;
                    delete obj.deposit;
                    delete obj.revokeGrant;
                    delete obj.answerFriendRequest;
                    delete obj.listFriendRequests;
                    delete obj.sendFriendRequest;
                    delete obj.fetchAddress;
                    delete obj.publishAddress;
                    delete obj.fetchPrekeys;
                    delete obj.publishPrekeys;
                    delete obj.lookup;
                    delete obj.logout;
                    delete obj.introduce;
                    delete obj.login;
                    delete obj.register;
                    delete obj.challenge;
                    delete obj.hello;
                }
                if (obj.answerFriendRequest != null) {
                    delete obj.presentDevice;
                    delete obj.logBetween;
                    delete obj.logProve;
                    delete obj.logHead;
                    delete obj.deleteAccount;
                    delete obj.finishVaultLogin;
                    delete obj.startVaultLogin;
                    delete obj.revokeToken;
                    delete obj.listTokens;
                    delete obj.rename;
                    delete obj.dropVault;
                    delete obj.putVault;
                    delete obj.enrol;
                    delete obj.knows;
                    delete obj.ping;
                    delete obj.createToken;
                    delete obj.setBlock;
                    delete obj.acknowledge;
                    delete obj.drain;
                    delete obj.deposit;
                    delete obj.revokeGrant;
                    delete obj.putGrant;
                    delete obj.listFriendRequests;
                    delete obj.sendFriendRequest;
                    delete obj.fetchAddress;
                    delete obj.publishAddress;
                    delete obj.fetchPrekeys;
                    delete obj.publishPrekeys;
                    delete obj.lookup;
                    delete obj.logout;
                    delete obj.introduce;
                    delete obj.login;
                    delete obj.register;
                    delete obj.challenge;
                    delete obj.hello;
                }
                if (obj.listFriendRequests != null) {
                    delete obj.presentDevice;
                    delete obj.logBetween;
                    delete obj.logProve;
                    delete obj.logHead;
                    delete obj.deleteAccount;
                    delete obj.finishVaultLogin;
                    delete obj.startVaultLogin;
                    delete obj.revokeToken;
                    delete obj.listTokens;
                    delete obj.rename;
                    delete obj.dropVault;
                    delete obj.putVault;
                    delete obj.enrol;
                    delete obj.knows;
                    delete obj.ping;
                    delete obj.createToken;
                    delete obj.setBlock;
                    delete obj.acknowledge;
                    delete obj.drain;
                    delete obj.deposit;
                    delete obj.revokeGrant;
                    delete obj.putGrant;
                    delete obj.answerFriendRequest;
                    delete obj.sendFriendRequest;
                    delete obj.fetchAddress;
                    delete obj.publishAddress;
                    delete obj.fetchPrekeys;
                    delete obj.publishPrekeys;
                    delete obj.lookup;
                    delete obj.logout;
                    delete obj.introduce;
                    delete obj.login;
                    delete obj.register;
                    delete obj.challenge;
                    delete obj.hello;
                }
                if (obj.sendFriendRequest != null) {
                    delete obj.presentDevice;
                    delete obj.logBetween;
                    delete obj.logProve;
                    delete obj.logHead;
                    delete obj.deleteAccount;
                    delete obj.finishVaultLogin;
                    delete obj.startVaultLogin;
                    delete obj.revokeToken;
                    delete obj.listTokens;
                    delete obj.rename;
                    delete obj.dropVault;
                    delete obj.putVault;
                    delete obj.enrol;
                    delete obj.knows;
                    delete obj.ping;
                    delete obj.createToken;
                    delete obj.setBlock;
                    delete obj.acknowledge;
                    delete obj.drain;
                    delete obj.deposit;
                    delete obj.revokeGrant;
                    delete obj.putGrant;
                    delete obj.answerFriendRequest;
                    delete obj.listFriendRequests;
                    delete obj.fetchAddress;
                    delete obj.publishAddress;
                    delete obj.fetchPrekeys;
                    delete obj.publishPrekeys;
                    delete obj.lookup;
                    delete obj.logout;
                    delete obj.introduce;
                    delete obj.login;
                    delete obj.register;
                    delete obj.challenge;
                    delete obj.hello;
                }
                if (obj.fetchAddress != null) {
                    delete obj.presentDevice;
                    delete obj.logBetween;
                    delete obj.logProve;
                    delete obj.logHead;
                    delete obj.deleteAccount;
                    delete obj.finishVaultLogin;
                    delete obj.startVaultLogin;
                    delete obj.revokeToken;
                    delete obj.listTokens;
                    delete obj.rename;
                    delete obj.dropVault;
                    delete obj.putVault;
                    delete obj.enrol;
                    delete obj.knows;
                    delete obj.ping;
                    delete obj.createToken;
                    delete obj.setBlock;
                    delete obj.acknowledge;
                    delete obj.drain;
                    delete obj.deposit;
                    delete obj.revokeGrant;
                    delete obj.putGrant;
                    delete obj.answerFriendRequest;
                    delete obj.listFriendRequests;
                    delete obj.sendFriendRequest;
                    delete obj.publishAddress;
                    delete obj.fetchPrekeys;
                    delete obj.publishPrekeys;
                    delete obj.lookup;
                    delete obj.logout;
                    delete obj.introduce;
                    delete obj.login;
                    delete obj.register;
                    delete obj.challenge;
                    delete obj.hello;
                }
                if (obj.publishAddress != null) {
                    delete obj.presentDevice;
                    delete obj.logBetween;
                    delete obj.logProve;
                    delete obj.logHead;
                    delete obj.deleteAccount;
                    delete obj.finishVaultLogin;
                    delete obj.startVaultLogin;
                    delete obj.revokeToken;
                    delete obj.listTokens;
                    delete obj.rename;
                    delete obj.dropVault;
                    delete obj.putVault;
                    delete obj.enrol;
                    delete obj.knows;
                    delete obj.ping;
                    delete obj.createToken;
                    delete obj.setBlock;
                    delete obj.acknowledge;
                    delete obj.drain;
                    delete obj.deposit;
                    delete obj.revokeGrant;
                    delete obj.putGrant;
                    delete obj.answerFriendRequest;
                    delete obj.listFriendRequests;
                    delete obj.sendFriendRequest;
                    delete obj.fetchAddress;
                    delete obj.fetchPrekeys;
                    delete obj.publishPrekeys;
                    delete obj.lookup;
                    delete obj.logout;
                    delete obj.introduce;
                    delete obj.login;
                    delete obj.register;
                    delete obj.challenge;
                    delete obj.hello;
                }
                if (obj.fetchPrekeys != null) {
                    delete obj.presentDevice;
                    delete obj.logBetween;
                    delete obj.logProve;
                    delete obj.logHead;
                    delete obj.deleteAccount;
                    delete obj.finishVaultLogin;
                    delete obj.startVaultLogin;
                    delete obj.revokeToken;
                    delete obj.listTokens;
                    delete obj.rename;
                    delete obj.dropVault;
                    delete obj.putVault;
                    delete obj.enrol;
                    delete obj.knows;
                    delete obj.ping;
                    delete obj.createToken;
                    delete obj.setBlock;
                    delete obj.acknowledge;
                    delete obj.drain;
                    delete obj.deposit;
                    delete obj.revokeGrant;
                    delete obj.putGrant;
                    delete obj.answerFriendRequest;
                    delete obj.listFriendRequests;
                    delete obj.sendFriendRequest;
                    delete obj.fetchAddress;
                    delete obj.publishAddress;
                    delete obj.publishPrekeys;
                    delete obj.lookup;
                    delete obj.logout;
                    delete obj.introduce;
                    delete obj.login;
                    delete obj.register;
                    delete obj.challenge;
                    delete obj.hello;
                }
                if (obj.publishPrekeys != null) {
                    delete obj.presentDevice;
                    delete obj.logBetween;
                    delete obj.logProve;
                    delete obj.logHead;
                    delete obj.deleteAccount;
                    delete obj.finishVaultLogin;
                    delete obj.startVaultLogin;
                    delete obj.revokeToken;
                    delete obj.listTokens;
                    delete obj.rename;
                    delete obj.dropVault;
                    delete obj.putVault;
                    delete obj.enrol;
                    delete obj.knows;
                    delete obj.ping;
                    delete obj.createToken;
                    delete obj.setBlock;
                    delete obj.acknowledge;
                    delete obj.drain;
                    delete obj.deposit;
                    delete obj.revokeGrant;
                    delete obj.putGrant;
                    delete obj.answerFriendRequest;
                    delete obj.listFriendRequests;
                    delete obj.sendFriendRequest;
                    delete obj.fetchAddress;
                    delete obj.publishAddress;
                    delete obj.fetchPrekeys;
                    delete obj.lookup;
                    delete obj.logout;
                    delete obj.introduce;
                    delete obj.login;
                    delete obj.register;
                    delete obj.challenge;
                    delete obj.hello;
                }
                if (obj.lookup != null) {
                    delete obj.presentDevice;
                    delete obj.logBetween;
                    delete obj.logProve;
                    delete obj.logHead;
                    delete obj.deleteAccount;
                    delete obj.finishVaultLogin;
                    delete obj.startVaultLogin;
                    delete obj.revokeToken;
                    delete obj.listTokens;
                    delete obj.rename;
                    delete obj.dropVault;
                    delete obj.putVault;
                    delete obj.enrol;
                    delete obj.knows;
                    delete obj.ping;
                    delete obj.createToken;
                    delete obj.setBlock;
                    delete obj.acknowledge;
                    delete obj.drain;
                    delete obj.deposit;
                    delete obj.revokeGrant;
                    delete obj.putGrant;
                    delete obj.answerFriendRequest;
                    delete obj.listFriendRequests;
                    delete obj.sendFriendRequest;
                    delete obj.fetchAddress;
                    delete obj.publishAddress;
                    delete obj.fetchPrekeys;
                    delete obj.publishPrekeys;
                    delete obj.logout;
                    delete obj.introduce;
                    delete obj.login;
                    delete obj.register;
                    delete obj.challenge;
                    delete obj.hello;
                }
                if (obj.logout != null) {
                    delete obj.presentDevice;
                    delete obj.logBetween;
                    delete obj.logProve;
                    delete obj.logHead;
                    delete obj.deleteAccount;
                    delete obj.finishVaultLogin;
                    delete obj.startVaultLogin;
                    delete obj.revokeToken;
                    delete obj.listTokens;
                    delete obj.rename;
                    delete obj.dropVault;
                    delete obj.putVault;
                    delete obj.enrol;
                    delete obj.knows;
                    delete obj.ping;
                    delete obj.createToken;
                    delete obj.setBlock;
                    delete obj.acknowledge;
                    delete obj.drain;
                    delete obj.deposit;
                    delete obj.revokeGrant;
                    delete obj.putGrant;
                    delete obj.answerFriendRequest;
                    delete obj.listFriendRequests;
                    delete obj.sendFriendRequest;
                    delete obj.fetchAddress;
                    delete obj.publishAddress;
                    delete obj.fetchPrekeys;
                    delete obj.publishPrekeys;
                    delete obj.lookup;
                    delete obj.introduce;
                    delete obj.login;
                    delete obj.register;
                    delete obj.challenge;
                    delete obj.hello;
                }
                if (obj.introduce != null) {
                    delete obj.presentDevice;
                    delete obj.logBetween;
                    delete obj.logProve;
                    delete obj.logHead;
                    delete obj.deleteAccount;
                    delete obj.finishVaultLogin;
                    delete obj.startVaultLogin;
                    delete obj.revokeToken;
                    delete obj.listTokens;
                    delete obj.rename;
                    delete obj.dropVault;
                    delete obj.putVault;
                    delete obj.enrol;
                    delete obj.knows;
                    delete obj.ping;
                    delete obj.createToken;
                    delete obj.setBlock;
                    delete obj.acknowledge;
                    delete obj.drain;
                    delete obj.deposit;
                    delete obj.revokeGrant;
                    delete obj.putGrant;
                    delete obj.answerFriendRequest;
                    delete obj.listFriendRequests;
                    delete obj.sendFriendRequest;
                    delete obj.fetchAddress;
                    delete obj.publishAddress;
                    delete obj.fetchPrekeys;
                    delete obj.publishPrekeys;
                    delete obj.lookup;
                    delete obj.logout;
                    delete obj.login;
                    delete obj.register;
                    delete obj.challenge;
                    delete obj.hello;
                }
                if (obj.login != null) {
                    delete obj.presentDevice;
                    delete obj.logBetween;
                    delete obj.logProve;
                    delete obj.logHead;
                    delete obj.deleteAccount;
                    delete obj.finishVaultLogin;
                    delete obj.startVaultLogin;
                    delete obj.revokeToken;
                    delete obj.listTokens;
                    delete obj.rename;
                    delete obj.dropVault;
                    delete obj.putVault;
                    delete obj.enrol;
                    delete obj.knows;
                    delete obj.ping;
                    delete obj.createToken;
                    delete obj.setBlock;
                    delete obj.acknowledge;
                    delete obj.drain;
                    delete obj.deposit;
                    delete obj.revokeGrant;
                    delete obj.putGrant;
                    delete obj.answerFriendRequest;
                    delete obj.listFriendRequests;
                    delete obj.sendFriendRequest;
                    delete obj.fetchAddress;
                    delete obj.publishAddress;
                    delete obj.fetchPrekeys;
                    delete obj.publishPrekeys;
                    delete obj.lookup;
                    delete obj.logout;
                    delete obj.introduce;
                    delete obj.register;
                    delete obj.challenge;
                    delete obj.hello;
                }
                if (obj.register != null) {
                    delete obj.presentDevice;
                    delete obj.logBetween;
                    delete obj.logProve;
                    delete obj.logHead;
                    delete obj.deleteAccount;
                    delete obj.finishVaultLogin;
                    delete obj.startVaultLogin;
                    delete obj.revokeToken;
                    delete obj.listTokens;
                    delete obj.rename;
                    delete obj.dropVault;
                    delete obj.putVault;
                    delete obj.enrol;
                    delete obj.knows;
                    delete obj.ping;
                    delete obj.createToken;
                    delete obj.setBlock;
                    delete obj.acknowledge;
                    delete obj.drain;
                    delete obj.deposit;
                    delete obj.revokeGrant;
                    delete obj.putGrant;
                    delete obj.answerFriendRequest;
                    delete obj.listFriendRequests;
                    delete obj.sendFriendRequest;
                    delete obj.fetchAddress;
                    delete obj.publishAddress;
                    delete obj.fetchPrekeys;
                    delete obj.publishPrekeys;
                    delete obj.lookup;
                    delete obj.logout;
                    delete obj.introduce;
                    delete obj.login;
                    delete obj.challenge;
                    delete obj.hello;
                }
                if (obj.challenge != null) {
                    delete obj.presentDevice;
                    delete obj.logBetween;
                    delete obj.logProve;
                    delete obj.logHead;
                    delete obj.deleteAccount;
                    delete obj.finishVaultLogin;
                    delete obj.startVaultLogin;
                    delete obj.revokeToken;
                    delete obj.listTokens;
                    delete obj.rename;
                    delete obj.dropVault;
                    delete obj.putVault;
                    delete obj.enrol;
                    delete obj.knows;
                    delete obj.ping;
                    delete obj.createToken;
                    delete obj.setBlock;
                    delete obj.acknowledge;
                    delete obj.drain;
                    delete obj.deposit;
                    delete obj.revokeGrant;
                    delete obj.putGrant;
                    delete obj.answerFriendRequest;
                    delete obj.listFriendRequests;
                    delete obj.sendFriendRequest;
                    delete obj.fetchAddress;
                    delete obj.publishAddress;
                    delete obj.fetchPrekeys;
                    delete obj.publishPrekeys;
                    delete obj.lookup;
                    delete obj.logout;
                    delete obj.introduce;
                    delete obj.login;
                    delete obj.register;
                    delete obj.hello;
                }
                if (obj.hello != null) {
                    delete obj.presentDevice;
                    delete obj.logBetween;
                    delete obj.logProve;
                    delete obj.logHead;
                    delete obj.deleteAccount;
                    delete obj.finishVaultLogin;
                    delete obj.startVaultLogin;
                    delete obj.revokeToken;
                    delete obj.listTokens;
                    delete obj.rename;
                    delete obj.dropVault;
                    delete obj.putVault;
                    delete obj.enrol;
                    delete obj.knows;
                    delete obj.ping;
                    delete obj.createToken;
                    delete obj.setBlock;
                    delete obj.acknowledge;
                    delete obj.drain;
                    delete obj.deposit;
                    delete obj.revokeGrant;
                    delete obj.putGrant;
                    delete obj.answerFriendRequest;
                    delete obj.listFriendRequests;
                    delete obj.sendFriendRequest;
                    delete obj.fetchAddress;
                    delete obj.publishAddress;
                    delete obj.fetchPrekeys;
                    delete obj.publishPrekeys;
                    delete obj.lookup;
                    delete obj.logout;
                    delete obj.introduce;
                    delete obj.login;
                    delete obj.register;
                    delete obj.challenge;
                }
                return obj;
            }, function* (reader, length, prefix, opts = {}) {
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            yield* ServerHelloRequest.codec().stream(reader, reader.uint32(), `${prefix}.hello`, {
                                limits: opts.limits?.hello
                            });
                            break;
                        }
                        case 2: {
                            yield* ChallengeRequest.codec().stream(reader, reader.uint32(), `${prefix}.challenge`, {
                                limits: opts.limits?.challenge
                            });
                            break;
                        }
                        case 3: {
                            yield* RegisterRequest.codec().stream(reader, reader.uint32(), `${prefix}.register`, {
                                limits: opts.limits?.register
                            });
                            break;
                        }
                        case 4: {
                            yield* LoginRequest.codec().stream(reader, reader.uint32(), `${prefix}.login`, {
                                limits: opts.limits?.login
                            });
                            break;
                        }
                        case 5: {
                            yield* IntroduceRequest.codec().stream(reader, reader.uint32(), `${prefix}.introduce`, {
                                limits: opts.limits?.introduce
                            });
                            break;
                        }
                        case 6: {
                            yield* LogoutRequest.codec().stream(reader, reader.uint32(), `${prefix}.logout`, {
                                limits: opts.limits?.logout
                            });
                            break;
                        }
                        case 7: {
                            yield* LookupRequest.codec().stream(reader, reader.uint32(), `${prefix}.lookup`, {
                                limits: opts.limits?.lookup
                            });
                            break;
                        }
                        case 8: {
                            yield* PublishPrekeysRequest.codec().stream(reader, reader.uint32(), `${prefix}.publishPrekeys`, {
                                limits: opts.limits?.publishPrekeys
                            });
                            break;
                        }
                        case 9: {
                            yield* FetchPrekeysRequest.codec().stream(reader, reader.uint32(), `${prefix}.fetchPrekeys`, {
                                limits: opts.limits?.fetchPrekeys
                            });
                            break;
                        }
                        case 10: {
                            yield* PublishAddressRequest.codec().stream(reader, reader.uint32(), `${prefix}.publishAddress`, {
                                limits: opts.limits?.publishAddress
                            });
                            break;
                        }
                        case 11: {
                            yield* FetchAddressRequest.codec().stream(reader, reader.uint32(), `${prefix}.fetchAddress`, {
                                limits: opts.limits?.fetchAddress
                            });
                            break;
                        }
                        case 12: {
                            yield* SendFriendRequestRequest.codec().stream(reader, reader.uint32(), `${prefix}.sendFriendRequest`, {
                                limits: opts.limits?.sendFriendRequest
                            });
                            break;
                        }
                        case 13: {
                            yield* ListFriendRequestsRequest.codec().stream(reader, reader.uint32(), `${prefix}.listFriendRequests`, {
                                limits: opts.limits?.listFriendRequests
                            });
                            break;
                        }
                        case 14: {
                            yield* AnswerFriendRequestRequest.codec().stream(reader, reader.uint32(), `${prefix}.answerFriendRequest`, {
                                limits: opts.limits?.answerFriendRequest
                            });
                            break;
                        }
                        case 15: {
                            yield* PutGrantRequest.codec().stream(reader, reader.uint32(), `${prefix}.putGrant`, {
                                limits: opts.limits?.putGrant
                            });
                            break;
                        }
                        case 16: {
                            yield* RevokeGrantRequest.codec().stream(reader, reader.uint32(), `${prefix}.revokeGrant`, {
                                limits: opts.limits?.revokeGrant
                            });
                            break;
                        }
                        case 17: {
                            yield* DepositRequest.codec().stream(reader, reader.uint32(), `${prefix}.deposit`, {
                                limits: opts.limits?.deposit
                            });
                            break;
                        }
                        case 18: {
                            yield* DrainRequest.codec().stream(reader, reader.uint32(), `${prefix}.drain`, {
                                limits: opts.limits?.drain
                            });
                            break;
                        }
                        case 19: {
                            yield* AcknowledgeRequest.codec().stream(reader, reader.uint32(), `${prefix}.acknowledge`, {
                                limits: opts.limits?.acknowledge
                            });
                            break;
                        }
                        case 20: {
                            yield* SetBlockRequest.codec().stream(reader, reader.uint32(), `${prefix}.setBlock`, {
                                limits: opts.limits?.setBlock
                            });
                            break;
                        }
                        case 21: {
                            yield* CreateTokenRequest.codec().stream(reader, reader.uint32(), `${prefix}.createToken`, {
                                limits: opts.limits?.createToken
                            });
                            break;
                        }
                        case 22: {
                            yield* PingRequest.codec().stream(reader, reader.uint32(), `${prefix}.ping`, {
                                limits: opts.limits?.ping
                            });
                            break;
                        }
                        case 23: {
                            yield* KnowsRequest.codec().stream(reader, reader.uint32(), `${prefix}.knows`, {
                                limits: opts.limits?.knows
                            });
                            break;
                        }
                        case 24: {
                            yield* EnrolRequest.codec().stream(reader, reader.uint32(), `${prefix}.enrol`, {
                                limits: opts.limits?.enrol
                            });
                            break;
                        }
                        case 25: {
                            yield* PutVaultRequest.codec().stream(reader, reader.uint32(), `${prefix}.putVault`, {
                                limits: opts.limits?.putVault
                            });
                            break;
                        }
                        case 26: {
                            yield* DropVaultRequest.codec().stream(reader, reader.uint32(), `${prefix}.dropVault`, {
                                limits: opts.limits?.dropVault
                            });
                            break;
                        }
                        case 40: {
                            yield* RenameRequest.codec().stream(reader, reader.uint32(), `${prefix}.rename`, {
                                limits: opts.limits?.rename
                            });
                            break;
                        }
                        case 41: {
                            yield* ListTokensRequest.codec().stream(reader, reader.uint32(), `${prefix}.listTokens`, {
                                limits: opts.limits?.listTokens
                            });
                            break;
                        }
                        case 42: {
                            yield* RevokeTokenRequest.codec().stream(reader, reader.uint32(), `${prefix}.revokeToken`, {
                                limits: opts.limits?.revokeToken
                            });
                            break;
                        }
                        case 27: {
                            yield* StartVaultLoginRequest.codec().stream(reader, reader.uint32(), `${prefix}.startVaultLogin`, {
                                limits: opts.limits?.startVaultLogin
                            });
                            break;
                        }
                        case 28: {
                            yield* FinishVaultLoginRequest.codec().stream(reader, reader.uint32(), `${prefix}.finishVaultLogin`, {
                                limits: opts.limits?.finishVaultLogin
                            });
                            break;
                        }
                        case 29: {
                            yield* DeleteAccountRequest.codec().stream(reader, reader.uint32(), `${prefix}.deleteAccount`, {
                                limits: opts.limits?.deleteAccount
                            });
                            break;
                        }
                        case 30: {
                            yield* LogHeadRequest.codec().stream(reader, reader.uint32(), `${prefix}.logHead`, {
                                limits: opts.limits?.logHead
                            });
                            break;
                        }
                        case 31: {
                            yield* LogProveRequest.codec().stream(reader, reader.uint32(), `${prefix}.logProve`, {
                                limits: opts.limits?.logProve
                            });
                            break;
                        }
                        case 32: {
                            yield* LogBetweenRequest.codec().stream(reader, reader.uint32(), `${prefix}.logBetween`, {
                                limits: opts.limits?.logBetween
                            });
                            break;
                        }
                        case 45: {
                            yield* PresentDeviceRequest.codec().stream(reader, reader.uint32(), `${prefix}.presentDevice`, {
                                limits: opts.limits?.presentDevice
                            });
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, RendezvousRequest.codec());
    }
    RendezvousRequest.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, RendezvousRequest.codec(), opts);
    }
    RendezvousRequest.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, RendezvousRequest.codec(), opts);
    }
    RendezvousRequest.stream = stream;
})(RendezvousRequest || (RendezvousRequest = {}));
export var RendezvousResponse;
(function (RendezvousResponse) {
    let _codec;
    RendezvousResponse.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                obj = { ...obj };
                if (obj.presentDevice != null) {
                    obj.logBetween = undefined;
                    obj.logProve = undefined;
                    obj.logHead = undefined;
                    obj.deleteAccount = undefined;
                    obj.finishVaultLogin = undefined;
                    obj.startVaultLogin = undefined;
                    obj.revokeToken = undefined;
                    obj.listTokens = undefined;
                    obj.rename = undefined;
                    obj.dropVault = undefined;
                    obj.putVault = undefined;
                    obj.enrol = undefined;
                    obj.knows = undefined;
                    obj.ping = undefined;
                    obj.createToken = undefined;
                    obj.setBlock = undefined;
                    obj.acknowledge = undefined;
                    obj.drain = undefined;
                    obj.deposit = undefined;
                    obj.revokeGrant = undefined;
                    obj.putGrant = undefined;
                    obj.answerFriendRequest = undefined;
                    obj.listFriendRequests = undefined;
                    obj.sendFriendRequest = undefined;
                    obj.fetchAddress = undefined;
                    obj.publishAddress = undefined;
                    obj.fetchPrekeys = undefined;
                    obj.publishPrekeys = undefined;
                    obj.lookup = undefined;
                    obj.logout = undefined;
                    obj.introduce = undefined;
                    obj.login = undefined;
                    obj.register = undefined;
                    obj.challenge = undefined;
                    obj.hello = undefined;
                }
                if (obj.logBetween != null) {
                    obj.presentDevice = undefined;
                    obj.logProve = undefined;
                    obj.logHead = undefined;
                    obj.deleteAccount = undefined;
                    obj.finishVaultLogin = undefined;
                    obj.startVaultLogin = undefined;
                    obj.revokeToken = undefined;
                    obj.listTokens = undefined;
                    obj.rename = undefined;
                    obj.dropVault = undefined;
                    obj.putVault = undefined;
                    obj.enrol = undefined;
                    obj.knows = undefined;
                    obj.ping = undefined;
                    obj.createToken = undefined;
                    obj.setBlock = undefined;
                    obj.acknowledge = undefined;
                    obj.drain = undefined;
                    obj.deposit = undefined;
                    obj.revokeGrant = undefined;
                    obj.putGrant = undefined;
                    obj.answerFriendRequest = undefined;
                    obj.listFriendRequests = undefined;
                    obj.sendFriendRequest = undefined;
                    obj.fetchAddress = undefined;
                    obj.publishAddress = undefined;
                    obj.fetchPrekeys = undefined;
                    obj.publishPrekeys = undefined;
                    obj.lookup = undefined;
                    obj.logout = undefined;
                    obj.introduce = undefined;
                    obj.login = undefined;
                    obj.register = undefined;
                    obj.challenge = undefined;
                    obj.hello = undefined;
                }
                if (obj.logProve != null) {
                    obj.presentDevice = undefined;
                    obj.logBetween = undefined;
                    obj.logHead = undefined;
                    obj.deleteAccount = undefined;
                    obj.finishVaultLogin = undefined;
                    obj.startVaultLogin = undefined;
                    obj.revokeToken = undefined;
                    obj.listTokens = undefined;
                    obj.rename = undefined;
                    obj.dropVault = undefined;
                    obj.putVault = undefined;
                    obj.enrol = undefined;
                    obj.knows = undefined;
                    obj.ping = undefined;
                    obj.createToken = undefined;
                    obj.setBlock = undefined;
                    obj.acknowledge = undefined;
                    obj.drain = undefined;
                    obj.deposit = undefined;
                    obj.revokeGrant = undefined;
                    obj.putGrant = undefined;
                    obj.answerFriendRequest = undefined;
                    obj.listFriendRequests = undefined;
                    obj.sendFriendRequest = undefined;
                    obj.fetchAddress = undefined;
                    obj.publishAddress = undefined;
                    obj.fetchPrekeys = undefined;
                    obj.publishPrekeys = undefined;
                    obj.lookup = undefined;
                    obj.logout = undefined;
                    obj.introduce = undefined;
                    obj.login = undefined;
                    obj.register = undefined;
                    obj.challenge = undefined;
                    obj.hello = undefined;
                }
                if (obj.logHead != null) {
                    obj.presentDevice = undefined;
                    obj.logBetween = undefined;
                    obj.logProve = undefined;
                    obj.deleteAccount = undefined;
                    obj.finishVaultLogin = undefined;
                    obj.startVaultLogin = undefined;
                    obj.revokeToken = undefined;
                    obj.listTokens = undefined;
                    obj.rename = undefined;
                    obj.dropVault = undefined;
                    obj.putVault = undefined;
                    obj.enrol = undefined;
                    obj.knows = undefined;
                    obj.ping = undefined;
                    obj.createToken = undefined;
                    obj.setBlock = undefined;
                    obj.acknowledge = undefined;
                    obj.drain = undefined;
                    obj.deposit = undefined;
                    obj.revokeGrant = undefined;
                    obj.putGrant = undefined;
                    obj.answerFriendRequest = undefined;
                    obj.listFriendRequests = undefined;
                    obj.sendFriendRequest = undefined;
                    obj.fetchAddress = undefined;
                    obj.publishAddress = undefined;
                    obj.fetchPrekeys = undefined;
                    obj.publishPrekeys = undefined;
                    obj.lookup = undefined;
                    obj.logout = undefined;
                    obj.introduce = undefined;
                    obj.login = undefined;
                    obj.register = undefined;
                    obj.challenge = undefined;
                    obj.hello = undefined;
                }
                if (obj.deleteAccount != null) {
                    obj.presentDevice = undefined;
                    obj.logBetween = undefined;
                    obj.logProve = undefined;
                    obj.logHead = undefined;
                    obj.finishVaultLogin = undefined;
                    obj.startVaultLogin = undefined;
                    obj.revokeToken = undefined;
                    obj.listTokens = undefined;
                    obj.rename = undefined;
                    obj.dropVault = undefined;
                    obj.putVault = undefined;
                    obj.enrol = undefined;
                    obj.knows = undefined;
                    obj.ping = undefined;
                    obj.createToken = undefined;
                    obj.setBlock = undefined;
                    obj.acknowledge = undefined;
                    obj.drain = undefined;
                    obj.deposit = undefined;
                    obj.revokeGrant = undefined;
                    obj.putGrant = undefined;
                    obj.answerFriendRequest = undefined;
                    obj.listFriendRequests = undefined;
                    obj.sendFriendRequest = undefined;
                    obj.fetchAddress = undefined;
                    obj.publishAddress = undefined;
                    obj.fetchPrekeys = undefined;
                    obj.publishPrekeys = undefined;
                    obj.lookup = undefined;
                    obj.logout = undefined;
                    obj.introduce = undefined;
                    obj.login = undefined;
                    obj.register = undefined;
                    obj.challenge = undefined;
                    obj.hello = undefined;
                }
                if (obj.finishVaultLogin != null) {
                    obj.presentDevice = undefined;
                    obj.logBetween = undefined;
                    obj.logProve = undefined;
                    obj.logHead = undefined;
                    obj.deleteAccount = undefined;
                    obj.startVaultLogin = undefined;
                    obj.revokeToken = undefined;
                    obj.listTokens = undefined;
                    obj.rename = undefined;
                    obj.dropVault = undefined;
                    obj.putVault = undefined;
                    obj.enrol = undefined;
                    obj.knows = undefined;
                    obj.ping = undefined;
                    obj.createToken = undefined;
                    obj.setBlock = undefined;
                    obj.acknowledge = undefined;
                    obj.drain = undefined;
                    obj.deposit = undefined;
                    obj.revokeGrant = undefined;
                    obj.putGrant = undefined;
                    obj.answerFriendRequest = undefined;
                    obj.listFriendRequests = undefined;
                    obj.sendFriendRequest = undefined;
                    obj.fetchAddress = undefined;
                    obj.publishAddress = undefined;
                    obj.fetchPrekeys = undefined;
                    obj.publishPrekeys = undefined;
                    obj.lookup = undefined;
                    obj.logout = undefined;
                    obj.introduce = undefined;
                    obj.login = undefined;
                    obj.register = undefined;
                    obj.challenge = undefined;
                    obj.hello = undefined;
                }
                if (obj.startVaultLogin != null) {
                    obj.presentDevice = undefined;
                    obj.logBetween = undefined;
                    obj.logProve = undefined;
                    obj.logHead = undefined;
                    obj.deleteAccount = undefined;
                    obj.finishVaultLogin = undefined;
                    obj.revokeToken = undefined;
                    obj.listTokens = undefined;
                    obj.rename = undefined;
                    obj.dropVault = undefined;
                    obj.putVault = undefined;
                    obj.enrol = undefined;
                    obj.knows = undefined;
                    obj.ping = undefined;
                    obj.createToken = undefined;
                    obj.setBlock = undefined;
                    obj.acknowledge = undefined;
                    obj.drain = undefined;
                    obj.deposit = undefined;
                    obj.revokeGrant = undefined;
                    obj.putGrant = undefined;
                    obj.answerFriendRequest = undefined;
                    obj.listFriendRequests = undefined;
                    obj.sendFriendRequest = undefined;
                    obj.fetchAddress = undefined;
                    obj.publishAddress = undefined;
                    obj.fetchPrekeys = undefined;
                    obj.publishPrekeys = undefined;
                    obj.lookup = undefined;
                    obj.logout = undefined;
                    obj.introduce = undefined;
                    obj.login = undefined;
                    obj.register = undefined;
                    obj.challenge = undefined;
                    obj.hello = undefined;
                }
                if (obj.revokeToken != null) {
                    obj.presentDevice = undefined;
                    obj.logBetween = undefined;
                    obj.logProve = undefined;
                    obj.logHead = undefined;
                    obj.deleteAccount = undefined;
                    obj.finishVaultLogin = undefined;
                    obj.startVaultLogin = undefined;
                    obj.listTokens = undefined;
                    obj.rename = undefined;
                    obj.dropVault = undefined;
                    obj.putVault = undefined;
                    obj.enrol = undefined;
                    obj.knows = undefined;
                    obj.ping = undefined;
                    obj.createToken = undefined;
                    obj.setBlock = undefined;
                    obj.acknowledge = undefined;
                    obj.drain = undefined;
                    obj.deposit = undefined;
                    obj.revokeGrant = undefined;
                    obj.putGrant = undefined;
                    obj.answerFriendRequest = undefined;
                    obj.listFriendRequests = undefined;
                    obj.sendFriendRequest = undefined;
                    obj.fetchAddress = undefined;
                    obj.publishAddress = undefined;
                    obj.fetchPrekeys = undefined;
                    obj.publishPrekeys = undefined;
                    obj.lookup = undefined;
                    obj.logout = undefined;
                    obj.introduce = undefined;
                    obj.login = undefined;
                    obj.register = undefined;
                    obj.challenge = undefined;
                    obj.hello = undefined;
                }
                if (obj.listTokens != null) {
                    obj.presentDevice = undefined;
                    obj.logBetween = undefined;
                    obj.logProve = undefined;
                    obj.logHead = undefined;
                    obj.deleteAccount = undefined;
                    obj.finishVaultLogin = undefined;
                    obj.startVaultLogin = undefined;
                    obj.revokeToken = undefined;
                    obj.rename = undefined;
                    obj.dropVault = undefined;
                    obj.putVault = undefined;
                    obj.enrol = undefined;
                    obj.knows = undefined;
                    obj.ping = undefined;
                    obj.createToken = undefined;
                    obj.setBlock = undefined;
                    obj.acknowledge = undefined;
                    obj.drain = undefined;
                    obj.deposit = undefined;
                    obj.revokeGrant = undefined;
                    obj.putGrant = undefined;
                    obj.answerFriendRequest = undefined;
                    obj.listFriendRequests = undefined;
                    obj.sendFriendRequest = undefined;
                    obj.fetchAddress = undefined;
                    obj.publishAddress = undefined;
                    obj.fetchPrekeys = undefined;
                    obj.publishPrekeys = undefined;
                    obj.lookup = undefined;
                    obj.logout = undefined;
                    obj.introduce = undefined;
                    obj.login = undefined;
                    obj.register = undefined;
                    obj.challenge = undefined;
                    obj.hello = undefined;
                }
                if (obj.rename != null) {
                    obj.presentDevice = undefined;
                    obj.logBetween = undefined;
                    obj.logProve = undefined;
                    obj.logHead = undefined;
                    obj.deleteAccount = undefined;
                    obj.finishVaultLogin = undefined;
                    obj.startVaultLogin = undefined;
                    obj.revokeToken = undefined;
                    obj.listTokens = undefined;
                    obj.dropVault = undefined;
                    obj.putVault = undefined;
                    obj.enrol = undefined;
                    obj.knows = undefined;
                    obj.ping = undefined;
                    obj.createToken = undefined;
                    obj.setBlock = undefined;
                    obj.acknowledge = undefined;
                    obj.drain = undefined;
                    obj.deposit = undefined;
                    obj.revokeGrant = undefined;
                    obj.putGrant = undefined;
                    obj.answerFriendRequest = undefined;
                    obj.listFriendRequests = undefined;
                    obj.sendFriendRequest = undefined;
                    obj.fetchAddress = undefined;
                    obj.publishAddress = undefined;
                    obj.fetchPrekeys = undefined;
                    obj.publishPrekeys = undefined;
                    obj.lookup = undefined;
                    obj.logout = undefined;
                    obj.introduce = undefined;
                    obj.login = undefined;
                    obj.register = undefined;
                    obj.challenge = undefined;
                    obj.hello = undefined;
                }
                if (obj.dropVault != null) {
                    obj.presentDevice = undefined;
                    obj.logBetween = undefined;
                    obj.logProve = undefined;
                    obj.logHead = undefined;
                    obj.deleteAccount = undefined;
                    obj.finishVaultLogin = undefined;
                    obj.startVaultLogin = undefined;
                    obj.revokeToken = undefined;
                    obj.listTokens = undefined;
                    obj.rename = undefined;
                    obj.putVault = undefined;
                    obj.enrol = undefined;
                    obj.knows = undefined;
                    obj.ping = undefined;
                    obj.createToken = undefined;
                    obj.setBlock = undefined;
                    obj.acknowledge = undefined;
                    obj.drain = undefined;
                    obj.deposit = undefined;
                    obj.revokeGrant = undefined;
                    obj.putGrant = undefined;
                    obj.answerFriendRequest = undefined;
                    obj.listFriendRequests = undefined;
                    obj.sendFriendRequest = undefined;
                    obj.fetchAddress = undefined;
                    obj.publishAddress = undefined;
                    obj.fetchPrekeys = undefined;
                    obj.publishPrekeys = undefined;
                    obj.lookup = undefined;
                    obj.logout = undefined;
                    obj.introduce = undefined;
                    obj.login = undefined;
                    obj.register = undefined;
                    obj.challenge = undefined;
                    obj.hello = undefined;
                }
                if (obj.putVault != null) {
                    obj.presentDevice = undefined;
                    obj.logBetween = undefined;
                    obj.logProve = undefined;
                    obj.logHead = undefined;
                    obj.deleteAccount = undefined;
                    obj.finishVaultLogin = undefined;
                    obj.startVaultLogin = undefined;
                    obj.revokeToken = undefined;
                    obj.listTokens = undefined;
                    obj.rename = undefined;
                    obj.dropVault = undefined;
                    obj.enrol = undefined;
                    obj.knows = undefined;
                    obj.ping = undefined;
                    obj.createToken = undefined;
                    obj.setBlock = undefined;
                    obj.acknowledge = undefined;
                    obj.drain = undefined;
                    obj.deposit = undefined;
                    obj.revokeGrant = undefined;
                    obj.putGrant = undefined;
                    obj.answerFriendRequest = undefined;
                    obj.listFriendRequests = undefined;
                    obj.sendFriendRequest = undefined;
                    obj.fetchAddress = undefined;
                    obj.publishAddress = undefined;
                    obj.fetchPrekeys = undefined;
                    obj.publishPrekeys = undefined;
                    obj.lookup = undefined;
                    obj.logout = undefined;
                    obj.introduce = undefined;
                    obj.login = undefined;
                    obj.register = undefined;
                    obj.challenge = undefined;
                    obj.hello = undefined;
                }
                if (obj.enrol != null) {
                    obj.presentDevice = undefined;
                    obj.logBetween = undefined;
                    obj.logProve = undefined;
                    obj.logHead = undefined;
                    obj.deleteAccount = undefined;
                    obj.finishVaultLogin = undefined;
                    obj.startVaultLogin = undefined;
                    obj.revokeToken = undefined;
                    obj.listTokens = undefined;
                    obj.rename = undefined;
                    obj.dropVault = undefined;
                    obj.putVault = undefined;
                    obj.knows = undefined;
                    obj.ping = undefined;
                    obj.createToken = undefined;
                    obj.setBlock = undefined;
                    obj.acknowledge = undefined;
                    obj.drain = undefined;
                    obj.deposit = undefined;
                    obj.revokeGrant = undefined;
                    obj.putGrant = undefined;
                    obj.answerFriendRequest = undefined;
                    obj.listFriendRequests = undefined;
                    obj.sendFriendRequest = undefined;
                    obj.fetchAddress = undefined;
                    obj.publishAddress = undefined;
                    obj.fetchPrekeys = undefined;
                    obj.publishPrekeys = undefined;
                    obj.lookup = undefined;
                    obj.logout = undefined;
                    obj.introduce = undefined;
                    obj.login = undefined;
                    obj.register = undefined;
                    obj.challenge = undefined;
                    obj.hello = undefined;
                }
                if (obj.knows != null) {
                    obj.presentDevice = undefined;
                    obj.logBetween = undefined;
                    obj.logProve = undefined;
                    obj.logHead = undefined;
                    obj.deleteAccount = undefined;
                    obj.finishVaultLogin = undefined;
                    obj.startVaultLogin = undefined;
                    obj.revokeToken = undefined;
                    obj.listTokens = undefined;
                    obj.rename = undefined;
                    obj.dropVault = undefined;
                    obj.putVault = undefined;
                    obj.enrol = undefined;
                    obj.ping = undefined;
                    obj.createToken = undefined;
                    obj.setBlock = undefined;
                    obj.acknowledge = undefined;
                    obj.drain = undefined;
                    obj.deposit = undefined;
                    obj.revokeGrant = undefined;
                    obj.putGrant = undefined;
                    obj.answerFriendRequest = undefined;
                    obj.listFriendRequests = undefined;
                    obj.sendFriendRequest = undefined;
                    obj.fetchAddress = undefined;
                    obj.publishAddress = undefined;
                    obj.fetchPrekeys = undefined;
                    obj.publishPrekeys = undefined;
                    obj.lookup = undefined;
                    obj.logout = undefined;
                    obj.introduce = undefined;
                    obj.login = undefined;
                    obj.register = undefined;
                    obj.challenge = undefined;
                    obj.hello = undefined;
                }
                if (obj.ping != null) {
                    obj.presentDevice = undefined;
                    obj.logBetween = undefined;
                    obj.logProve = undefined;
                    obj.logHead = undefined;
                    obj.deleteAccount = undefined;
                    obj.finishVaultLogin = undefined;
                    obj.startVaultLogin = undefined;
                    obj.revokeToken = undefined;
                    obj.listTokens = undefined;
                    obj.rename = undefined;
                    obj.dropVault = undefined;
                    obj.putVault = undefined;
                    obj.enrol = undefined;
                    obj.knows = undefined;
                    obj.createToken = undefined;
                    obj.setBlock = undefined;
                    obj.acknowledge = undefined;
                    obj.drain = undefined;
                    obj.deposit = undefined;
                    obj.revokeGrant = undefined;
                    obj.putGrant = undefined;
                    obj.answerFriendRequest = undefined;
                    obj.listFriendRequests = undefined;
                    obj.sendFriendRequest = undefined;
                    obj.fetchAddress = undefined;
                    obj.publishAddress = undefined;
                    obj.fetchPrekeys = undefined;
                    obj.publishPrekeys = undefined;
                    obj.lookup = undefined;
                    obj.logout = undefined;
                    obj.introduce = undefined;
                    obj.login = undefined;
                    obj.register = undefined;
                    obj.challenge = undefined;
                    obj.hello = undefined;
                }
                if (obj.createToken != null) {
                    obj.presentDevice = undefined;
                    obj.logBetween = undefined;
                    obj.logProve = undefined;
                    obj.logHead = undefined;
                    obj.deleteAccount = undefined;
                    obj.finishVaultLogin = undefined;
                    obj.startVaultLogin = undefined;
                    obj.revokeToken = undefined;
                    obj.listTokens = undefined;
                    obj.rename = undefined;
                    obj.dropVault = undefined;
                    obj.putVault = undefined;
                    obj.enrol = undefined;
                    obj.knows = undefined;
                    obj.ping = undefined;
                    obj.setBlock = undefined;
                    obj.acknowledge = undefined;
                    obj.drain = undefined;
                    obj.deposit = undefined;
                    obj.revokeGrant = undefined;
                    obj.putGrant = undefined;
                    obj.answerFriendRequest = undefined;
                    obj.listFriendRequests = undefined;
                    obj.sendFriendRequest = undefined;
                    obj.fetchAddress = undefined;
                    obj.publishAddress = undefined;
                    obj.fetchPrekeys = undefined;
                    obj.publishPrekeys = undefined;
                    obj.lookup = undefined;
                    obj.logout = undefined;
                    obj.introduce = undefined;
                    obj.login = undefined;
                    obj.register = undefined;
                    obj.challenge = undefined;
                    obj.hello = undefined;
                }
                if (obj.setBlock != null) {
                    obj.presentDevice = undefined;
                    obj.logBetween = undefined;
                    obj.logProve = undefined;
                    obj.logHead = undefined;
                    obj.deleteAccount = undefined;
                    obj.finishVaultLogin = undefined;
                    obj.startVaultLogin = undefined;
                    obj.revokeToken = undefined;
                    obj.listTokens = undefined;
                    obj.rename = undefined;
                    obj.dropVault = undefined;
                    obj.putVault = undefined;
                    obj.enrol = undefined;
                    obj.knows = undefined;
                    obj.ping = undefined;
                    obj.createToken = undefined;
                    obj.acknowledge = undefined;
                    obj.drain = undefined;
                    obj.deposit = undefined;
                    obj.revokeGrant = undefined;
                    obj.putGrant = undefined;
                    obj.answerFriendRequest = undefined;
                    obj.listFriendRequests = undefined;
                    obj.sendFriendRequest = undefined;
                    obj.fetchAddress = undefined;
                    obj.publishAddress = undefined;
                    obj.fetchPrekeys = undefined;
                    obj.publishPrekeys = undefined;
                    obj.lookup = undefined;
                    obj.logout = undefined;
                    obj.introduce = undefined;
                    obj.login = undefined;
                    obj.register = undefined;
                    obj.challenge = undefined;
                    obj.hello = undefined;
                }
                if (obj.acknowledge != null) {
                    obj.presentDevice = undefined;
                    obj.logBetween = undefined;
                    obj.logProve = undefined;
                    obj.logHead = undefined;
                    obj.deleteAccount = undefined;
                    obj.finishVaultLogin = undefined;
                    obj.startVaultLogin = undefined;
                    obj.revokeToken = undefined;
                    obj.listTokens = undefined;
                    obj.rename = undefined;
                    obj.dropVault = undefined;
                    obj.putVault = undefined;
                    obj.enrol = undefined;
                    obj.knows = undefined;
                    obj.ping = undefined;
                    obj.createToken = undefined;
                    obj.setBlock = undefined;
                    obj.drain = undefined;
                    obj.deposit = undefined;
                    obj.revokeGrant = undefined;
                    obj.putGrant = undefined;
                    obj.answerFriendRequest = undefined;
                    obj.listFriendRequests = undefined;
                    obj.sendFriendRequest = undefined;
                    obj.fetchAddress = undefined;
                    obj.publishAddress = undefined;
                    obj.fetchPrekeys = undefined;
                    obj.publishPrekeys = undefined;
                    obj.lookup = undefined;
                    obj.logout = undefined;
                    obj.introduce = undefined;
                    obj.login = undefined;
                    obj.register = undefined;
                    obj.challenge = undefined;
                    obj.hello = undefined;
                }
                if (obj.drain != null) {
                    obj.presentDevice = undefined;
                    obj.logBetween = undefined;
                    obj.logProve = undefined;
                    obj.logHead = undefined;
                    obj.deleteAccount = undefined;
                    obj.finishVaultLogin = undefined;
                    obj.startVaultLogin = undefined;
                    obj.revokeToken = undefined;
                    obj.listTokens = undefined;
                    obj.rename = undefined;
                    obj.dropVault = undefined;
                    obj.putVault = undefined;
                    obj.enrol = undefined;
                    obj.knows = undefined;
                    obj.ping = undefined;
                    obj.createToken = undefined;
                    obj.setBlock = undefined;
                    obj.acknowledge = undefined;
                    obj.deposit = undefined;
                    obj.revokeGrant = undefined;
                    obj.putGrant = undefined;
                    obj.answerFriendRequest = undefined;
                    obj.listFriendRequests = undefined;
                    obj.sendFriendRequest = undefined;
                    obj.fetchAddress = undefined;
                    obj.publishAddress = undefined;
                    obj.fetchPrekeys = undefined;
                    obj.publishPrekeys = undefined;
                    obj.lookup = undefined;
                    obj.logout = undefined;
                    obj.introduce = undefined;
                    obj.login = undefined;
                    obj.register = undefined;
                    obj.challenge = undefined;
                    obj.hello = undefined;
                }
                if (obj.deposit != null) {
                    obj.presentDevice = undefined;
                    obj.logBetween = undefined;
                    obj.logProve = undefined;
                    obj.logHead = undefined;
                    obj.deleteAccount = undefined;
                    obj.finishVaultLogin = undefined;
                    obj.startVaultLogin = undefined;
                    obj.revokeToken = undefined;
                    obj.listTokens = undefined;
                    obj.rename = undefined;
                    obj.dropVault = undefined;
                    obj.putVault = undefined;
                    obj.enrol = undefined;
                    obj.knows = undefined;
                    obj.ping = undefined;
                    obj.createToken = undefined;
                    obj.setBlock = undefined;
                    obj.acknowledge = undefined;
                    obj.drain = undefined;
                    obj.revokeGrant = undefined;
                    obj.putGrant = undefined;
                    obj.answerFriendRequest = undefined;
                    obj.listFriendRequests = undefined;
                    obj.sendFriendRequest = undefined;
                    obj.fetchAddress = undefined;
                    obj.publishAddress = undefined;
                    obj.fetchPrekeys = undefined;
                    obj.publishPrekeys = undefined;
                    obj.lookup = undefined;
                    obj.logout = undefined;
                    obj.introduce = undefined;
                    obj.login = undefined;
                    obj.register = undefined;
                    obj.challenge = undefined;
                    obj.hello = undefined;
                }
                if (obj.revokeGrant != null) {
                    obj.presentDevice = undefined;
                    obj.logBetween = undefined;
                    obj.logProve = undefined;
                    obj.logHead = undefined;
                    obj.deleteAccount = undefined;
                    obj.finishVaultLogin = undefined;
                    obj.startVaultLogin = undefined;
                    obj.revokeToken = undefined;
                    obj.listTokens = undefined;
                    obj.rename = undefined;
                    obj.dropVault = undefined;
                    obj.putVault = undefined;
                    obj.enrol = undefined;
                    obj.knows = undefined;
                    obj.ping = undefined;
                    obj.createToken = undefined;
                    obj.setBlock = undefined;
                    obj.acknowledge = undefined;
                    obj.drain = undefined;
                    obj.deposit = undefined;
                    obj.putGrant = undefined;
                    obj.answerFriendRequest = undefined;
                    obj.listFriendRequests = undefined;
                    obj.sendFriendRequest = undefined;
                    obj.fetchAddress = undefined;
                    obj.publishAddress = undefined;
                    obj.fetchPrekeys = undefined;
                    obj.publishPrekeys = undefined;
                    obj.lookup = undefined;
                    obj.logout = undefined;
                    obj.introduce = undefined;
                    obj.login = undefined;
                    obj.register = undefined;
                    obj.challenge = undefined;
                    obj.hello = undefined;
                }
                if (obj.putGrant != null) {
                    obj.presentDevice = undefined;
                    obj.logBetween = undefined;
                    obj.logProve = undefined;
                    obj.logHead = undefined;
                    obj.deleteAccount = undefined;
                    obj.finishVaultLogin = undefined;
                    obj.startVaultLogin = undefined;
                    obj.revokeToken = undefined;
                    obj.listTokens = undefined;
                    obj.rename = undefined;
                    obj.dropVault = undefined;
                    obj.putVault = undefined;
                    obj.enrol = undefined;
                    obj.knows = undefined;
                    obj.ping = undefined;
                    obj.createToken = undefined;
                    obj.setBlock = undefined;
                    obj.acknowledge = undefined;
                    obj.drain = undefined;
                    obj.deposit = undefined;
                    obj.revokeGrant = undefined;
                    obj.answerFriendRequest = undefined;
                    obj.listFriendRequests = undefined;
                    obj.sendFriendRequest = undefined;
                    obj.fetchAddress = undefined;
                    obj.publishAddress = undefined;
                    obj.fetchPrekeys = undefined;
                    obj.publishPrekeys = undefined;
                    obj.lookup = undefined;
                    obj.logout = undefined;
                    obj.introduce = undefined;
                    obj.login = undefined;
                    obj.register = undefined;
                    obj.challenge = undefined;
                    obj.hello = undefined;
                }
                if (obj.answerFriendRequest != null) {
                    obj.presentDevice = undefined;
                    obj.logBetween = undefined;
                    obj.logProve = undefined;
                    obj.logHead = undefined;
                    obj.deleteAccount = undefined;
                    obj.finishVaultLogin = undefined;
                    obj.startVaultLogin = undefined;
                    obj.revokeToken = undefined;
                    obj.listTokens = undefined;
                    obj.rename = undefined;
                    obj.dropVault = undefined;
                    obj.putVault = undefined;
                    obj.enrol = undefined;
                    obj.knows = undefined;
                    obj.ping = undefined;
                    obj.createToken = undefined;
                    obj.setBlock = undefined;
                    obj.acknowledge = undefined;
                    obj.drain = undefined;
                    obj.deposit = undefined;
                    obj.revokeGrant = undefined;
                    obj.putGrant = undefined;
                    obj.listFriendRequests = undefined;
                    obj.sendFriendRequest = undefined;
                    obj.fetchAddress = undefined;
                    obj.publishAddress = undefined;
                    obj.fetchPrekeys = undefined;
                    obj.publishPrekeys = undefined;
                    obj.lookup = undefined;
                    obj.logout = undefined;
                    obj.introduce = undefined;
                    obj.login = undefined;
                    obj.register = undefined;
                    obj.challenge = undefined;
                    obj.hello = undefined;
                }
                if (obj.listFriendRequests != null) {
                    obj.presentDevice = undefined;
                    obj.logBetween = undefined;
                    obj.logProve = undefined;
                    obj.logHead = undefined;
                    obj.deleteAccount = undefined;
                    obj.finishVaultLogin = undefined;
                    obj.startVaultLogin = undefined;
                    obj.revokeToken = undefined;
                    obj.listTokens = undefined;
                    obj.rename = undefined;
                    obj.dropVault = undefined;
                    obj.putVault = undefined;
                    obj.enrol = undefined;
                    obj.knows = undefined;
                    obj.ping = undefined;
                    obj.createToken = undefined;
                    obj.setBlock = undefined;
                    obj.acknowledge = undefined;
                    obj.drain = undefined;
                    obj.deposit = undefined;
                    obj.revokeGrant = undefined;
                    obj.putGrant = undefined;
                    obj.answerFriendRequest = undefined;
                    obj.sendFriendRequest = undefined;
                    obj.fetchAddress = undefined;
                    obj.publishAddress = undefined;
                    obj.fetchPrekeys = undefined;
                    obj.publishPrekeys = undefined;
                    obj.lookup = undefined;
                    obj.logout = undefined;
                    obj.introduce = undefined;
                    obj.login = undefined;
                    obj.register = undefined;
                    obj.challenge = undefined;
                    obj.hello = undefined;
                }
                if (obj.sendFriendRequest != null) {
                    obj.presentDevice = undefined;
                    obj.logBetween = undefined;
                    obj.logProve = undefined;
                    obj.logHead = undefined;
                    obj.deleteAccount = undefined;
                    obj.finishVaultLogin = undefined;
                    obj.startVaultLogin = undefined;
                    obj.revokeToken = undefined;
                    obj.listTokens = undefined;
                    obj.rename = undefined;
                    obj.dropVault = undefined;
                    obj.putVault = undefined;
                    obj.enrol = undefined;
                    obj.knows = undefined;
                    obj.ping = undefined;
                    obj.createToken = undefined;
                    obj.setBlock = undefined;
                    obj.acknowledge = undefined;
                    obj.drain = undefined;
                    obj.deposit = undefined;
                    obj.revokeGrant = undefined;
                    obj.putGrant = undefined;
                    obj.answerFriendRequest = undefined;
                    obj.listFriendRequests = undefined;
                    obj.fetchAddress = undefined;
                    obj.publishAddress = undefined;
                    obj.fetchPrekeys = undefined;
                    obj.publishPrekeys = undefined;
                    obj.lookup = undefined;
                    obj.logout = undefined;
                    obj.introduce = undefined;
                    obj.login = undefined;
                    obj.register = undefined;
                    obj.challenge = undefined;
                    obj.hello = undefined;
                }
                if (obj.fetchAddress != null) {
                    obj.presentDevice = undefined;
                    obj.logBetween = undefined;
                    obj.logProve = undefined;
                    obj.logHead = undefined;
                    obj.deleteAccount = undefined;
                    obj.finishVaultLogin = undefined;
                    obj.startVaultLogin = undefined;
                    obj.revokeToken = undefined;
                    obj.listTokens = undefined;
                    obj.rename = undefined;
                    obj.dropVault = undefined;
                    obj.putVault = undefined;
                    obj.enrol = undefined;
                    obj.knows = undefined;
                    obj.ping = undefined;
                    obj.createToken = undefined;
                    obj.setBlock = undefined;
                    obj.acknowledge = undefined;
                    obj.drain = undefined;
                    obj.deposit = undefined;
                    obj.revokeGrant = undefined;
                    obj.putGrant = undefined;
                    obj.answerFriendRequest = undefined;
                    obj.listFriendRequests = undefined;
                    obj.sendFriendRequest = undefined;
                    obj.publishAddress = undefined;
                    obj.fetchPrekeys = undefined;
                    obj.publishPrekeys = undefined;
                    obj.lookup = undefined;
                    obj.logout = undefined;
                    obj.introduce = undefined;
                    obj.login = undefined;
                    obj.register = undefined;
                    obj.challenge = undefined;
                    obj.hello = undefined;
                }
                if (obj.publishAddress != null) {
                    obj.presentDevice = undefined;
                    obj.logBetween = undefined;
                    obj.logProve = undefined;
                    obj.logHead = undefined;
                    obj.deleteAccount = undefined;
                    obj.finishVaultLogin = undefined;
                    obj.startVaultLogin = undefined;
                    obj.revokeToken = undefined;
                    obj.listTokens = undefined;
                    obj.rename = undefined;
                    obj.dropVault = undefined;
                    obj.putVault = undefined;
                    obj.enrol = undefined;
                    obj.knows = undefined;
                    obj.ping = undefined;
                    obj.createToken = undefined;
                    obj.setBlock = undefined;
                    obj.acknowledge = undefined;
                    obj.drain = undefined;
                    obj.deposit = undefined;
                    obj.revokeGrant = undefined;
                    obj.putGrant = undefined;
                    obj.answerFriendRequest = undefined;
                    obj.listFriendRequests = undefined;
                    obj.sendFriendRequest = undefined;
                    obj.fetchAddress = undefined;
                    obj.fetchPrekeys = undefined;
                    obj.publishPrekeys = undefined;
                    obj.lookup = undefined;
                    obj.logout = undefined;
                    obj.introduce = undefined;
                    obj.login = undefined;
                    obj.register = undefined;
                    obj.challenge = undefined;
                    obj.hello = undefined;
                }
                if (obj.fetchPrekeys != null) {
                    obj.presentDevice = undefined;
                    obj.logBetween = undefined;
                    obj.logProve = undefined;
                    obj.logHead = undefined;
                    obj.deleteAccount = undefined;
                    obj.finishVaultLogin = undefined;
                    obj.startVaultLogin = undefined;
                    obj.revokeToken = undefined;
                    obj.listTokens = undefined;
                    obj.rename = undefined;
                    obj.dropVault = undefined;
                    obj.putVault = undefined;
                    obj.enrol = undefined;
                    obj.knows = undefined;
                    obj.ping = undefined;
                    obj.createToken = undefined;
                    obj.setBlock = undefined;
                    obj.acknowledge = undefined;
                    obj.drain = undefined;
                    obj.deposit = undefined;
                    obj.revokeGrant = undefined;
                    obj.putGrant = undefined;
                    obj.answerFriendRequest = undefined;
                    obj.listFriendRequests = undefined;
                    obj.sendFriendRequest = undefined;
                    obj.fetchAddress = undefined;
                    obj.publishAddress = undefined;
                    obj.publishPrekeys = undefined;
                    obj.lookup = undefined;
                    obj.logout = undefined;
                    obj.introduce = undefined;
                    obj.login = undefined;
                    obj.register = undefined;
                    obj.challenge = undefined;
                    obj.hello = undefined;
                }
                if (obj.publishPrekeys != null) {
                    obj.presentDevice = undefined;
                    obj.logBetween = undefined;
                    obj.logProve = undefined;
                    obj.logHead = undefined;
                    obj.deleteAccount = undefined;
                    obj.finishVaultLogin = undefined;
                    obj.startVaultLogin = undefined;
                    obj.revokeToken = undefined;
                    obj.listTokens = undefined;
                    obj.rename = undefined;
                    obj.dropVault = undefined;
                    obj.putVault = undefined;
                    obj.enrol = undefined;
                    obj.knows = undefined;
                    obj.ping = undefined;
                    obj.createToken = undefined;
                    obj.setBlock = undefined;
                    obj.acknowledge = undefined;
                    obj.drain = undefined;
                    obj.deposit = undefined;
                    obj.revokeGrant = undefined;
                    obj.putGrant = undefined;
                    obj.answerFriendRequest = undefined;
                    obj.listFriendRequests = undefined;
                    obj.sendFriendRequest = undefined;
                    obj.fetchAddress = undefined;
                    obj.publishAddress = undefined;
                    obj.fetchPrekeys = undefined;
                    obj.lookup = undefined;
                    obj.logout = undefined;
                    obj.introduce = undefined;
                    obj.login = undefined;
                    obj.register = undefined;
                    obj.challenge = undefined;
                    obj.hello = undefined;
                }
                if (obj.lookup != null) {
                    obj.presentDevice = undefined;
                    obj.logBetween = undefined;
                    obj.logProve = undefined;
                    obj.logHead = undefined;
                    obj.deleteAccount = undefined;
                    obj.finishVaultLogin = undefined;
                    obj.startVaultLogin = undefined;
                    obj.revokeToken = undefined;
                    obj.listTokens = undefined;
                    obj.rename = undefined;
                    obj.dropVault = undefined;
                    obj.putVault = undefined;
                    obj.enrol = undefined;
                    obj.knows = undefined;
                    obj.ping = undefined;
                    obj.createToken = undefined;
                    obj.setBlock = undefined;
                    obj.acknowledge = undefined;
                    obj.drain = undefined;
                    obj.deposit = undefined;
                    obj.revokeGrant = undefined;
                    obj.putGrant = undefined;
                    obj.answerFriendRequest = undefined;
                    obj.listFriendRequests = undefined;
                    obj.sendFriendRequest = undefined;
                    obj.fetchAddress = undefined;
                    obj.publishAddress = undefined;
                    obj.fetchPrekeys = undefined;
                    obj.publishPrekeys = undefined;
                    obj.logout = undefined;
                    obj.introduce = undefined;
                    obj.login = undefined;
                    obj.register = undefined;
                    obj.challenge = undefined;
                    obj.hello = undefined;
                }
                if (obj.logout != null) {
                    obj.presentDevice = undefined;
                    obj.logBetween = undefined;
                    obj.logProve = undefined;
                    obj.logHead = undefined;
                    obj.deleteAccount = undefined;
                    obj.finishVaultLogin = undefined;
                    obj.startVaultLogin = undefined;
                    obj.revokeToken = undefined;
                    obj.listTokens = undefined;
                    obj.rename = undefined;
                    obj.dropVault = undefined;
                    obj.putVault = undefined;
                    obj.enrol = undefined;
                    obj.knows = undefined;
                    obj.ping = undefined;
                    obj.createToken = undefined;
                    obj.setBlock = undefined;
                    obj.acknowledge = undefined;
                    obj.drain = undefined;
                    obj.deposit = undefined;
                    obj.revokeGrant = undefined;
                    obj.putGrant = undefined;
                    obj.answerFriendRequest = undefined;
                    obj.listFriendRequests = undefined;
                    obj.sendFriendRequest = undefined;
                    obj.fetchAddress = undefined;
                    obj.publishAddress = undefined;
                    obj.fetchPrekeys = undefined;
                    obj.publishPrekeys = undefined;
                    obj.lookup = undefined;
                    obj.introduce = undefined;
                    obj.login = undefined;
                    obj.register = undefined;
                    obj.challenge = undefined;
                    obj.hello = undefined;
                }
                if (obj.introduce != null) {
                    obj.presentDevice = undefined;
                    obj.logBetween = undefined;
                    obj.logProve = undefined;
                    obj.logHead = undefined;
                    obj.deleteAccount = undefined;
                    obj.finishVaultLogin = undefined;
                    obj.startVaultLogin = undefined;
                    obj.revokeToken = undefined;
                    obj.listTokens = undefined;
                    obj.rename = undefined;
                    obj.dropVault = undefined;
                    obj.putVault = undefined;
                    obj.enrol = undefined;
                    obj.knows = undefined;
                    obj.ping = undefined;
                    obj.createToken = undefined;
                    obj.setBlock = undefined;
                    obj.acknowledge = undefined;
                    obj.drain = undefined;
                    obj.deposit = undefined;
                    obj.revokeGrant = undefined;
                    obj.putGrant = undefined;
                    obj.answerFriendRequest = undefined;
                    obj.listFriendRequests = undefined;
                    obj.sendFriendRequest = undefined;
                    obj.fetchAddress = undefined;
                    obj.publishAddress = undefined;
                    obj.fetchPrekeys = undefined;
                    obj.publishPrekeys = undefined;
                    obj.lookup = undefined;
                    obj.logout = undefined;
                    obj.login = undefined;
                    obj.register = undefined;
                    obj.challenge = undefined;
                    obj.hello = undefined;
                }
                if (obj.login != null) {
                    obj.presentDevice = undefined;
                    obj.logBetween = undefined;
                    obj.logProve = undefined;
                    obj.logHead = undefined;
                    obj.deleteAccount = undefined;
                    obj.finishVaultLogin = undefined;
                    obj.startVaultLogin = undefined;
                    obj.revokeToken = undefined;
                    obj.listTokens = undefined;
                    obj.rename = undefined;
                    obj.dropVault = undefined;
                    obj.putVault = undefined;
                    obj.enrol = undefined;
                    obj.knows = undefined;
                    obj.ping = undefined;
                    obj.createToken = undefined;
                    obj.setBlock = undefined;
                    obj.acknowledge = undefined;
                    obj.drain = undefined;
                    obj.deposit = undefined;
                    obj.revokeGrant = undefined;
                    obj.putGrant = undefined;
                    obj.answerFriendRequest = undefined;
                    obj.listFriendRequests = undefined;
                    obj.sendFriendRequest = undefined;
                    obj.fetchAddress = undefined;
                    obj.publishAddress = undefined;
                    obj.fetchPrekeys = undefined;
                    obj.publishPrekeys = undefined;
                    obj.lookup = undefined;
                    obj.logout = undefined;
                    obj.introduce = undefined;
                    obj.register = undefined;
                    obj.challenge = undefined;
                    obj.hello = undefined;
                }
                if (obj.register != null) {
                    obj.presentDevice = undefined;
                    obj.logBetween = undefined;
                    obj.logProve = undefined;
                    obj.logHead = undefined;
                    obj.deleteAccount = undefined;
                    obj.finishVaultLogin = undefined;
                    obj.startVaultLogin = undefined;
                    obj.revokeToken = undefined;
                    obj.listTokens = undefined;
                    obj.rename = undefined;
                    obj.dropVault = undefined;
                    obj.putVault = undefined;
                    obj.enrol = undefined;
                    obj.knows = undefined;
                    obj.ping = undefined;
                    obj.createToken = undefined;
                    obj.setBlock = undefined;
                    obj.acknowledge = undefined;
                    obj.drain = undefined;
                    obj.deposit = undefined;
                    obj.revokeGrant = undefined;
                    obj.putGrant = undefined;
                    obj.answerFriendRequest = undefined;
                    obj.listFriendRequests = undefined;
                    obj.sendFriendRequest = undefined;
                    obj.fetchAddress = undefined;
                    obj.publishAddress = undefined;
                    obj.fetchPrekeys = undefined;
                    obj.publishPrekeys = undefined;
                    obj.lookup = undefined;
                    obj.logout = undefined;
                    obj.introduce = undefined;
                    obj.login = undefined;
                    obj.challenge = undefined;
                    obj.hello = undefined;
                }
                if (obj.challenge != null) {
                    obj.presentDevice = undefined;
                    obj.logBetween = undefined;
                    obj.logProve = undefined;
                    obj.logHead = undefined;
                    obj.deleteAccount = undefined;
                    obj.finishVaultLogin = undefined;
                    obj.startVaultLogin = undefined;
                    obj.revokeToken = undefined;
                    obj.listTokens = undefined;
                    obj.rename = undefined;
                    obj.dropVault = undefined;
                    obj.putVault = undefined;
                    obj.enrol = undefined;
                    obj.knows = undefined;
                    obj.ping = undefined;
                    obj.createToken = undefined;
                    obj.setBlock = undefined;
                    obj.acknowledge = undefined;
                    obj.drain = undefined;
                    obj.deposit = undefined;
                    obj.revokeGrant = undefined;
                    obj.putGrant = undefined;
                    obj.answerFriendRequest = undefined;
                    obj.listFriendRequests = undefined;
                    obj.sendFriendRequest = undefined;
                    obj.fetchAddress = undefined;
                    obj.publishAddress = undefined;
                    obj.fetchPrekeys = undefined;
                    obj.publishPrekeys = undefined;
                    obj.lookup = undefined;
                    obj.logout = undefined;
                    obj.introduce = undefined;
                    obj.login = undefined;
                    obj.register = undefined;
                    obj.hello = undefined;
                }
                if (obj.hello != null) {
                    obj.presentDevice = undefined;
                    obj.logBetween = undefined;
                    obj.logProve = undefined;
                    obj.logHead = undefined;
                    obj.deleteAccount = undefined;
                    obj.finishVaultLogin = undefined;
                    obj.startVaultLogin = undefined;
                    obj.revokeToken = undefined;
                    obj.listTokens = undefined;
                    obj.rename = undefined;
                    obj.dropVault = undefined;
                    obj.putVault = undefined;
                    obj.enrol = undefined;
                    obj.knows = undefined;
                    obj.ping = undefined;
                    obj.createToken = undefined;
                    obj.setBlock = undefined;
                    obj.acknowledge = undefined;
                    obj.drain = undefined;
                    obj.deposit = undefined;
                    obj.revokeGrant = undefined;
                    obj.putGrant = undefined;
                    obj.answerFriendRequest = undefined;
                    obj.listFriendRequests = undefined;
                    obj.sendFriendRequest = undefined;
                    obj.fetchAddress = undefined;
                    obj.publishAddress = undefined;
                    obj.fetchPrekeys = undefined;
                    obj.publishPrekeys = undefined;
                    obj.lookup = undefined;
                    obj.logout = undefined;
                    obj.introduce = undefined;
                    obj.login = undefined;
                    obj.register = undefined;
                    obj.challenge = undefined;
                }
                if (obj.hello != null) {
                    w.uint32(10);
                    ServerHelloResponse.codec().encode(obj.hello, w);
                }
                if (obj.challenge != null) {
                    w.uint32(18);
                    ChallengeResponse.codec().encode(obj.challenge, w);
                }
                if (obj.register != null) {
                    w.uint32(26);
                    RegisterResponse.codec().encode(obj.register, w);
                }
                if (obj.login != null) {
                    w.uint32(34);
                    LoginResponse.codec().encode(obj.login, w);
                }
                if (obj.introduce != null) {
                    w.uint32(42);
                    IntroduceResponse.codec().encode(obj.introduce, w);
                }
                if (obj.logout != null) {
                    w.uint32(50);
                    LogoutResponse.codec().encode(obj.logout, w);
                }
                if (obj.lookup != null) {
                    w.uint32(58);
                    LookupResponse.codec().encode(obj.lookup, w);
                }
                if (obj.publishPrekeys != null) {
                    w.uint32(66);
                    PublishPrekeysResponse.codec().encode(obj.publishPrekeys, w);
                }
                if (obj.fetchPrekeys != null) {
                    w.uint32(74);
                    FetchPrekeysResponse.codec().encode(obj.fetchPrekeys, w);
                }
                if (obj.publishAddress != null) {
                    w.uint32(82);
                    PublishAddressResponse.codec().encode(obj.publishAddress, w);
                }
                if (obj.fetchAddress != null) {
                    w.uint32(90);
                    FetchAddressResponse.codec().encode(obj.fetchAddress, w);
                }
                if (obj.sendFriendRequest != null) {
                    w.uint32(98);
                    SendFriendRequestResponse.codec().encode(obj.sendFriendRequest, w);
                }
                if (obj.listFriendRequests != null) {
                    w.uint32(106);
                    ListFriendRequestsResponse.codec().encode(obj.listFriendRequests, w);
                }
                if (obj.answerFriendRequest != null) {
                    w.uint32(114);
                    AnswerFriendRequestResponse.codec().encode(obj.answerFriendRequest, w);
                }
                if (obj.putGrant != null) {
                    w.uint32(122);
                    PutGrantResponse.codec().encode(obj.putGrant, w);
                }
                if (obj.revokeGrant != null) {
                    w.uint32(130);
                    RevokeGrantResponse.codec().encode(obj.revokeGrant, w);
                }
                if (obj.deposit != null) {
                    w.uint32(138);
                    DepositResponse.codec().encode(obj.deposit, w);
                }
                if (obj.drain != null) {
                    w.uint32(146);
                    DrainResponse.codec().encode(obj.drain, w);
                }
                if (obj.acknowledge != null) {
                    w.uint32(154);
                    AcknowledgeResponse.codec().encode(obj.acknowledge, w);
                }
                if (obj.setBlock != null) {
                    w.uint32(162);
                    SetBlockResponse.codec().encode(obj.setBlock, w);
                }
                if (obj.createToken != null) {
                    w.uint32(170);
                    CreateTokenResponse.codec().encode(obj.createToken, w);
                }
                if (obj.ping != null) {
                    w.uint32(178);
                    PingResponse.codec().encode(obj.ping, w);
                }
                if (obj.knows != null) {
                    w.uint32(186);
                    KnowsResponse.codec().encode(obj.knows, w);
                }
                if (obj.enrol != null) {
                    w.uint32(194);
                    EnrolResponse.codec().encode(obj.enrol, w);
                }
                if (obj.putVault != null) {
                    w.uint32(202);
                    PutVaultResponse.codec().encode(obj.putVault, w);
                }
                if (obj.dropVault != null) {
                    w.uint32(210);
                    DropVaultResponse.codec().encode(obj.dropVault, w);
                }
                if (obj.rename != null) {
                    w.uint32(322);
                    RenameResponse.codec().encode(obj.rename, w);
                }
                if (obj.listTokens != null) {
                    w.uint32(330);
                    ListTokensResponse.codec().encode(obj.listTokens, w);
                }
                if (obj.revokeToken != null) {
                    w.uint32(338);
                    RevokeTokenResponse.codec().encode(obj.revokeToken, w);
                }
                if (obj.startVaultLogin != null) {
                    w.uint32(218);
                    StartVaultLoginResponse.codec().encode(obj.startVaultLogin, w);
                }
                if (obj.finishVaultLogin != null) {
                    w.uint32(226);
                    FinishVaultLoginResponse.codec().encode(obj.finishVaultLogin, w);
                }
                if (obj.deleteAccount != null) {
                    w.uint32(234);
                    DeleteAccountResponse.codec().encode(obj.deleteAccount, w);
                }
                if (obj.logHead != null) {
                    w.uint32(242);
                    LogHeadResponse.codec().encode(obj.logHead, w);
                }
                if (obj.logProve != null) {
                    w.uint32(250);
                    LogProveResponse.codec().encode(obj.logProve, w);
                }
                if (obj.logBetween != null) {
                    w.uint32(258);
                    LogBetweenResponse.codec().encode(obj.logBetween, w);
                }
                if (obj.presentDevice != null) {
                    w.uint32(362);
                    PresentDeviceResponse.codec().encode(obj.presentDevice, w);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {};
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.hello = ServerHelloResponse.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.hello
                            });
                            break;
                        }
                        case 2: {
                            obj.challenge = ChallengeResponse.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.challenge
                            });
                            break;
                        }
                        case 3: {
                            obj.register = RegisterResponse.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.register
                            });
                            break;
                        }
                        case 4: {
                            obj.login = LoginResponse.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.login
                            });
                            break;
                        }
                        case 5: {
                            obj.introduce = IntroduceResponse.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.introduce
                            });
                            break;
                        }
                        case 6: {
                            obj.logout = LogoutResponse.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.logout
                            });
                            break;
                        }
                        case 7: {
                            obj.lookup = LookupResponse.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.lookup
                            });
                            break;
                        }
                        case 8: {
                            obj.publishPrekeys = PublishPrekeysResponse.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.publishPrekeys
                            });
                            break;
                        }
                        case 9: {
                            obj.fetchPrekeys = FetchPrekeysResponse.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.fetchPrekeys
                            });
                            break;
                        }
                        case 10: {
                            obj.publishAddress = PublishAddressResponse.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.publishAddress
                            });
                            break;
                        }
                        case 11: {
                            obj.fetchAddress = FetchAddressResponse.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.fetchAddress
                            });
                            break;
                        }
                        case 12: {
                            obj.sendFriendRequest = SendFriendRequestResponse.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.sendFriendRequest
                            });
                            break;
                        }
                        case 13: {
                            obj.listFriendRequests = ListFriendRequestsResponse.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.listFriendRequests
                            });
                            break;
                        }
                        case 14: {
                            obj.answerFriendRequest = AnswerFriendRequestResponse.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.answerFriendRequest
                            });
                            break;
                        }
                        case 15: {
                            obj.putGrant = PutGrantResponse.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.putGrant
                            });
                            break;
                        }
                        case 16: {
                            obj.revokeGrant = RevokeGrantResponse.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.revokeGrant
                            });
                            break;
                        }
                        case 17: {
                            obj.deposit = DepositResponse.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.deposit
                            });
                            break;
                        }
                        case 18: {
                            obj.drain = DrainResponse.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.drain
                            });
                            break;
                        }
                        case 19: {
                            obj.acknowledge = AcknowledgeResponse.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.acknowledge
                            });
                            break;
                        }
                        case 20: {
                            obj.setBlock = SetBlockResponse.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.setBlock
                            });
                            break;
                        }
                        case 21: {
                            obj.createToken = CreateTokenResponse.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.createToken
                            });
                            break;
                        }
                        case 22: {
                            obj.ping = PingResponse.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.ping
                            });
                            break;
                        }
                        case 23: {
                            obj.knows = KnowsResponse.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.knows
                            });
                            break;
                        }
                        case 24: {
                            obj.enrol = EnrolResponse.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.enrol
                            });
                            break;
                        }
                        case 25: {
                            obj.putVault = PutVaultResponse.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.putVault
                            });
                            break;
                        }
                        case 26: {
                            obj.dropVault = DropVaultResponse.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.dropVault
                            });
                            break;
                        }
                        case 40: {
                            obj.rename = RenameResponse.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.rename
                            });
                            break;
                        }
                        case 41: {
                            obj.listTokens = ListTokensResponse.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.listTokens
                            });
                            break;
                        }
                        case 42: {
                            obj.revokeToken = RevokeTokenResponse.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.revokeToken
                            });
                            break;
                        }
                        case 27: {
                            obj.startVaultLogin = StartVaultLoginResponse.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.startVaultLogin
                            });
                            break;
                        }
                        case 28: {
                            obj.finishVaultLogin = FinishVaultLoginResponse.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.finishVaultLogin
                            });
                            break;
                        }
                        case 29: {
                            obj.deleteAccount = DeleteAccountResponse.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.deleteAccount
                            });
                            break;
                        }
                        case 30: {
                            obj.logHead = LogHeadResponse.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.logHead
                            });
                            break;
                        }
                        case 31: {
                            obj.logProve = LogProveResponse.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.logProve
                            });
                            break;
                        }
                        case 32: {
                            obj.logBetween = LogBetweenResponse.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.logBetween
                            });
                            break;
                        }
                        case 45: {
                            obj.presentDevice = PresentDeviceResponse.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.presentDevice
                            });
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                if (obj.presentDevice != null) {
                    delete obj.logBetween;
                    delete obj.logProve;
                    delete obj.logHead;
                    delete obj.deleteAccount;
                    delete obj.finishVaultLogin;
                    delete obj.startVaultLogin;
                    delete obj.revokeToken;
                    delete obj.listTokens;
                    delete obj.rename;
                    delete obj.dropVault;
                    delete obj.putVault;
                    delete obj.enrol;
                    delete obj.knows;
                    delete obj.ping;
                    delete obj.createToken;
                    delete obj.setBlock;
                    delete obj.acknowledge;
                    delete obj.drain;
                    delete obj.deposit;
                    delete obj.revokeGrant;
                    delete obj.putGrant;
                    delete obj.answerFriendRequest;
                    delete obj.listFriendRequests;
                    delete obj.sendFriendRequest;
                    delete obj.fetchAddress;
                    delete obj.publishAddress;
                    delete obj.fetchPrekeys;
                    delete obj.publishPrekeys;
                    delete obj.lookup;
                    delete obj.logout;
                    delete obj.introduce;
                    delete obj.login;
                    delete obj.register;
                    delete obj.challenge;
                    delete obj.hello;
                }
                if (obj.logBetween != null) {
                    delete obj.presentDevice;
                    delete obj.logProve;
                    delete obj.logHead;
                    delete obj.deleteAccount;
                    delete obj.finishVaultLogin;
                    delete obj.startVaultLogin;
                    delete obj.revokeToken;
                    delete obj.listTokens;
                    delete obj.rename;
                    delete obj.dropVault;
                    delete obj.putVault;
                    delete obj.enrol;
                    delete obj.knows;
                    delete obj.ping;
                    delete obj.createToken;
                    delete obj.setBlock;
                    delete obj.acknowledge;
                    delete obj.drain;
                    delete obj.deposit;
                    delete obj.revokeGrant;
                    delete obj.putGrant;
                    delete obj.answerFriendRequest;
                    delete obj.listFriendRequests;
                    delete obj.sendFriendRequest;
                    delete obj.fetchAddress;
                    delete obj.publishAddress;
                    delete obj.fetchPrekeys;
                    delete obj.publishPrekeys;
                    delete obj.lookup;
                    delete obj.logout;
                    delete obj.introduce;
                    delete obj.login;
                    delete obj.register;
                    delete obj.challenge;
                    delete obj.hello;
                }
                if (obj.logProve != null) {
                    delete obj.presentDevice;
                    delete obj.logBetween;
                    delete obj.logHead;
                    delete obj.deleteAccount;
                    delete obj.finishVaultLogin;
                    delete obj.startVaultLogin;
                    delete obj.revokeToken;
                    delete obj.listTokens;
                    delete obj.rename;
                    delete obj.dropVault;
                    delete obj.putVault;
                    delete obj.enrol;
                    delete obj.knows;
                    delete obj.ping;
                    delete obj.createToken;
                    delete obj.setBlock;
                    delete obj.acknowledge;
                    delete obj.drain;
                    delete obj.deposit;
                    delete obj.revokeGrant;
                    delete obj.putGrant;
                    delete obj.answerFriendRequest;
                    delete obj.listFriendRequests;
                    delete obj.sendFriendRequest;
                    delete obj.fetchAddress;
                    delete obj.publishAddress;
                    delete obj.fetchPrekeys;
                    delete obj.publishPrekeys;
                    delete obj.lookup;
                    delete obj.logout;
                    delete obj.introduce;
                    delete obj.login;
                    delete obj.register;
                    delete obj.challenge;
                    delete obj.hello;
                }
                if (obj.logHead != null) {
                    delete obj.presentDevice;
                    delete obj.logBetween;
                    delete obj.logProve;
                    delete obj.deleteAccount;
                    delete obj.finishVaultLogin;
                    delete obj.startVaultLogin;
                    delete obj.revokeToken;
                    delete obj.listTokens;
                    delete obj.rename;
                    delete obj.dropVault;
                    delete obj.putVault;
                    delete obj.enrol;
                    delete obj.knows;
                    delete obj.ping;
                    delete obj.createToken;
                    delete obj.setBlock;
                    delete obj.acknowledge;
                    delete obj.drain;
                    delete obj.deposit;
                    delete obj.revokeGrant;
                    delete obj.putGrant;
                    delete obj.answerFriendRequest;
                    delete obj.listFriendRequests;
                    delete obj.sendFriendRequest;
                    delete obj.fetchAddress;
                    delete obj.publishAddress;
                    delete obj.fetchPrekeys;
                    delete obj.publishPrekeys;
                    delete obj.lookup;
                    delete obj.logout;
                    delete obj.introduce;
                    delete obj.login;
                    delete obj.register;
                    delete obj.challenge;
                    delete obj.hello;
                }
                if (obj.deleteAccount != null) {
                    delete obj.presentDevice;
                    delete obj.logBetween;
                    delete obj.logProve;
                    delete obj.logHead;
                    delete obj.finishVaultLogin;
                    delete obj.startVaultLogin;
                    delete obj.revokeToken;
                    delete obj.listTokens;
                    delete obj.rename;
                    delete obj.dropVault;
                    delete obj.putVault;
                    delete obj.enrol;
                    delete obj.knows;
                    delete obj.ping;
                    delete obj.createToken;
                    delete obj.setBlock;
                    delete obj.acknowledge;
                    delete obj.drain;
                    delete obj.deposit;
                    delete obj.revokeGrant;
                    delete obj.putGrant;
                    delete obj.answerFriendRequest;
                    delete obj.listFriendRequests;
                    delete obj.sendFriendRequest;
                    delete obj.fetchAddress;
                    delete obj.publishAddress;
                    delete obj.fetchPrekeys;
                    delete obj.publishPrekeys;
                    delete obj.lookup;
                    delete obj.logout;
                    delete obj.introduce;
                    delete obj.login;
                    delete obj.register;
                    delete obj.challenge;
                    delete obj.hello;
                }
                if (obj.finishVaultLogin != null) {
                    delete obj.presentDevice;
                    delete obj.logBetween;
                    delete obj.logProve;
                    delete obj.logHead;
                    delete obj.deleteAccount;
                    delete obj.startVaultLogin;
                    delete obj.revokeToken;
                    delete obj.listTokens;
                    delete obj.rename;
                    delete obj.dropVault;
                    delete obj.putVault;
                    delete obj.enrol;
                    delete obj.knows;
                    delete obj.ping;
                    delete obj.createToken;
                    delete obj.setBlock;
                    delete obj.acknowledge;
                    delete obj.drain;
                    delete obj.deposit;
                    delete obj.revokeGrant;
                    delete obj.putGrant;
                    delete obj.answerFriendRequest;
                    delete obj.listFriendRequests;
                    delete obj.sendFriendRequest;
                    delete obj.fetchAddress;
                    delete obj.publishAddress;
                    delete obj.fetchPrekeys;
                    delete obj.publishPrekeys;
                    delete obj.lookup;
                    delete obj.logout;
                    delete obj.introduce;
                    delete obj.login;
                    delete obj.register;
                    delete obj.challenge;
                    delete obj.hello;
                }
                if (obj.startVaultLogin != null) {
                    delete obj.presentDevice;
                    delete obj.logBetween;
                    delete obj.logProve;
                    delete obj.logHead;
                    delete obj.deleteAccount;
                    delete obj.finishVaultLogin;
                    delete obj.revokeToken;
                    delete obj.listTokens;
                    delete obj.rename;
                    delete obj.dropVault;
                    delete obj.putVault;
                    delete obj.enrol;
                    delete obj.knows;
                    delete obj.ping;
                    delete obj.createToken;
                    delete obj.setBlock;
                    delete obj.acknowledge;
                    delete obj.drain;
                    delete obj.deposit;
                    delete obj.revokeGrant;
                    delete obj.putGrant;
                    delete obj.answerFriendRequest;
                    delete obj.listFriendRequests;
                    delete obj.sendFriendRequest;
                    delete obj.fetchAddress;
                    delete obj.publishAddress;
                    delete obj.fetchPrekeys;
                    delete obj.publishPrekeys;
                    delete obj.lookup;
                    delete obj.logout;
                    delete obj.introduce;
                    delete obj.login;
                    delete obj.register;
                    delete obj.challenge;
                    delete obj.hello;
                }
                if (obj.revokeToken != null) {
                    delete obj.presentDevice;
                    delete obj.logBetween;
                    delete obj.logProve;
                    delete obj.logHead;
                    delete obj.deleteAccount;
                    delete obj.finishVaultLogin;
                    delete obj.startVaultLogin;
                    delete obj.listTokens;
                    delete obj.rename;
                    delete obj.dropVault;
                    delete obj.putVault;
                    delete obj.enrol;
                    delete obj.knows;
                    delete obj.ping;
                    delete obj.createToken;
                    delete obj.setBlock;
                    delete obj.acknowledge;
                    delete obj.drain;
                    delete obj.deposit;
                    delete obj.revokeGrant;
                    delete obj.putGrant;
                    delete obj.answerFriendRequest;
                    delete obj.listFriendRequests;
                    delete obj.sendFriendRequest;
                    delete obj.fetchAddress;
                    delete obj.publishAddress;
                    delete obj.fetchPrekeys;
                    delete obj.publishPrekeys;
                    delete obj.lookup;
                    delete obj.logout;
                    delete obj.introduce;
                    delete obj.login;
                    delete obj.register;
                    delete obj.challenge;
                    delete obj.hello;
                }
                if (obj.listTokens != null) {
                    delete obj.presentDevice;
                    delete obj.logBetween;
                    delete obj.logProve;
                    delete obj.logHead;
                    delete obj.deleteAccount;
                    delete obj.finishVaultLogin;
                    delete obj.startVaultLogin;
                    delete obj.revokeToken;
                    delete obj.rename;
                    delete obj.dropVault;
                    delete obj.putVault;
                    delete obj.enrol;
                    delete obj.knows;
                    delete obj.ping;
                    delete obj.createToken;
                    delete obj.setBlock;
                    delete obj.acknowledge;
                    delete obj.drain;
                    delete obj.deposit;
                    delete obj.revokeGrant;
                    delete obj.putGrant;
                    delete obj.answerFriendRequest;
                    delete obj.listFriendRequests;
                    delete obj.sendFriendRequest;
                    delete obj.fetchAddress;
                    delete obj.publishAddress;
                    delete obj.fetchPrekeys;
                    delete obj.publishPrekeys;
                    delete obj.lookup;
                    delete obj.logout;
                    delete obj.introduce;
                    delete obj.login;
                    delete obj.register;
                    delete obj.challenge;
                    delete obj.hello;
                }
                if (obj.rename != null) {
                    delete obj.presentDevice;
                    delete obj.logBetween;
                    delete obj.logProve;
                    delete obj.logHead;
                    delete obj.deleteAccount;
                    delete obj.finishVaultLogin;
                    delete obj.startVaultLogin;
                    delete obj.revokeToken;
                    delete obj.listTokens;
                    delete obj.dropVault;
                    delete obj.putVault;
                    delete obj.enrol;
                    delete obj.knows;
                    delete obj.ping;
                    delete obj.createToken;
                    delete obj.setBlock;
                    delete obj.acknowledge;
                    delete obj.drain;
                    delete obj.deposit;
                    delete obj.revokeGrant;
                    delete obj.putGrant;
                    delete obj.answerFriendRequest;
                    delete obj.listFriendRequests;
                    delete obj.sendFriendRequest;
                    delete obj.fetchAddress;
                    delete obj.publishAddress;
                    delete obj.fetchPrekeys;
                    delete obj.publishPrekeys;
                    delete obj.lookup;
                    delete obj.logout;
                    delete obj.introduce;
                    delete obj.login;
                    delete obj.register;
                    delete obj.challenge;
                    delete obj.hello;
                }
                if (obj.dropVault != null) {
                    delete obj.presentDevice;
                    delete obj.logBetween;
                    delete obj.logProve;
                    delete obj.logHead;
                    delete obj.deleteAccount;
                    delete obj.finishVaultLogin;
                    delete obj.startVaultLogin;
                    delete obj.revokeToken;
                    delete obj.listTokens;
                    delete obj.rename;
                    delete obj.putVault;
                    delete obj.enrol;
                    delete obj.knows;
                    delete obj.ping;
                    delete obj.createToken;
                    delete obj.setBlock;
                    delete obj.acknowledge;
                    delete obj.drain;
                    delete obj.deposit;
                    delete obj.revokeGrant;
                    delete obj.putGrant;
                    delete obj.answerFriendRequest;
                    delete obj.listFriendRequests;
                    delete obj.sendFriendRequest;
                    delete obj.fetchAddress;
                    delete obj.publishAddress;
                    delete obj.fetchPrekeys;
                    delete obj.publishPrekeys;
                    delete obj.lookup;
                    delete obj.logout;
                    delete obj.introduce;
                    delete obj.login;
                    delete obj.register;
                    delete obj.challenge;
                    delete obj.hello;
                }
                if (obj.putVault != null) {
                    delete obj.presentDevice;
                    delete obj.logBetween;
                    delete obj.logProve;
                    delete obj.logHead;
                    delete obj.deleteAccount;
                    delete obj.finishVaultLogin;
                    delete obj.startVaultLogin;
                    delete obj.revokeToken;
                    delete obj.listTokens;
                    delete obj.rename;
                    delete obj.dropVault;
                    delete obj.enrol;
                    delete obj.knows;
                    delete obj.ping;
                    delete obj.createToken;
                    delete obj.setBlock;
                    delete obj.acknowledge;
                    delete obj.drain;
                    delete obj.deposit;
                    delete obj.revokeGrant;
                    delete obj.putGrant;
                    delete obj.answerFriendRequest;
                    delete obj.listFriendRequests;
                    delete obj.sendFriendRequest;
                    delete obj.fetchAddress;
                    delete obj.publishAddress;
                    delete obj.fetchPrekeys;
                    delete obj.publishPrekeys;
                    delete obj.lookup;
                    delete obj.logout;
                    delete obj.introduce;
                    delete obj.login;
                    delete obj.register;
                    delete obj.challenge;
                    delete obj.hello;
                }
                if (obj.enrol != null) {
                    delete obj.presentDevice;
                    delete obj.logBetween;
                    delete obj.logProve;
                    delete obj.logHead;
                    delete obj.deleteAccount;
                    delete obj.finishVaultLogin;
                    delete obj.startVaultLogin;
                    delete obj.revokeToken;
                    delete obj.listTokens;
                    delete obj.rename;
                    delete obj.dropVault;
                    delete obj.putVault;
                    delete obj.knows;
                    delete obj.ping;
                    delete obj.createToken;
                    delete obj.setBlock;
                    delete obj.acknowledge;
                    delete obj.drain;
                    delete obj.deposit;
                    delete obj.revokeGrant;
                    delete obj.putGrant;
                    delete obj.answerFriendRequest;
                    delete obj.listFriendRequests;
                    delete obj.sendFriendRequest;
                    delete obj.fetchAddress;
                    delete obj.publishAddress;
                    delete obj.fetchPrekeys;
                    delete obj.publishPrekeys;
                    delete obj.lookup;
                    delete obj.logout;
                    delete obj.introduce;
                    delete obj.login;
                    delete obj.register;
                    delete obj.challenge;
                    delete obj.hello;
                }
                if (obj.knows != null) {
                    delete obj.presentDevice;
                    delete obj.logBetween;
                    delete obj.logProve;
                    delete obj.logHead;
                    delete obj.deleteAccount;
                    delete obj.finishVaultLogin;
                    delete obj.startVaultLogin;
                    delete obj.revokeToken;
                    delete obj.listTokens;
                    delete obj.rename;
                    delete obj.dropVault;
                    delete obj.putVault;
                    delete obj.enrol;
                    delete obj.ping;
                    delete obj.createToken;
                    delete obj.setBlock;
                    delete obj.acknowledge;
                    delete obj.drain;
                    delete obj.deposit;
                    delete obj.revokeGrant;
                    delete obj.putGrant;
                    delete obj.answerFriendRequest;
                    delete obj.listFriendRequests;
                    delete obj.sendFriendRequest;
                    delete obj.fetchAddress;
                    delete obj.publishAddress;
                    delete obj.fetchPrekeys;
                    delete obj.publishPrekeys;
                    delete obj.lookup;
                    delete obj.logout;
                    delete obj.introduce;
                    delete obj.login;
                    delete obj.register;
                    delete obj.challenge;
                    delete obj.hello;
                }
                if (obj.ping != null) {
                    delete obj.presentDevice;
                    delete obj.logBetween;
                    delete obj.logProve;
                    delete obj.logHead;
                    delete obj.deleteAccount;
                    delete obj.finishVaultLogin;
                    delete obj.startVaultLogin;
                    delete obj.revokeToken;
                    delete obj.listTokens;
                    delete obj.rename;
                    delete obj.dropVault;
                    delete obj.putVault;
                    delete obj.enrol;
                    delete obj.knows;
                    delete obj.createToken;
                    delete obj.setBlock;
                    delete obj.acknowledge;
                    delete obj.drain;
                    delete obj.deposit;
                    delete obj.revokeGrant;
                    delete obj.putGrant;
                    delete obj.answerFriendRequest;
                    delete obj.listFriendRequests;
                    delete obj.sendFriendRequest;
                    delete obj.fetchAddress;
                    delete obj.publishAddress;
                    delete obj.fetchPrekeys;
                    delete obj.publishPrekeys;
                    delete obj.lookup;
                    delete obj.logout;
                    delete obj.introduce;
                    delete obj.login;
                    delete obj.register;
                    delete obj.challenge;
                    delete obj.hello;
                }
                if (obj.createToken != null) {
                    delete obj.presentDevice;
                    delete obj.logBetween;
                    delete obj.logProve;
                    delete obj.logHead;
                    delete obj.deleteAccount;
                    delete obj.finishVaultLogin;
                    delete obj.startVaultLogin;
                    delete obj.revokeToken;
                    delete obj.listTokens;
                    delete obj.rename;
                    delete obj.dropVault;
                    delete obj.putVault;
                    delete obj.enrol;
                    delete obj.knows;
                    delete obj.ping;
                    delete obj.setBlock;
                    delete obj.acknowledge;
                    delete obj.drain;
                    delete obj.deposit;
                    delete obj.revokeGrant;
                    delete obj.putGrant;
                    delete obj.answerFriendRequest;
                    delete obj.listFriendRequests;
                    delete obj.sendFriendRequest;
                    delete obj.fetchAddress;
                    delete obj.publishAddress;
                    delete obj.fetchPrekeys;
                    delete obj.publishPrekeys;
                    delete obj.lookup;
                    delete obj.logout;
                    delete obj.introduce;
                    delete obj.login;
                    delete obj.register;
                    delete obj.challenge;
                    delete obj.hello;
                }
                if (obj.setBlock != null) {
                    delete obj.presentDevice;
                    delete obj.logBetween;
                    delete obj.logProve;
                    delete obj.logHead;
                    delete obj.deleteAccount;
                    delete obj.finishVaultLogin;
                    delete obj.startVaultLogin;
                    delete obj.revokeToken;
                    delete obj.listTokens;
                    delete obj.rename;
                    delete obj.dropVault;
                    delete obj.putVault;
                    delete obj.enrol;
                    delete obj.knows;
                    delete obj.ping;
                    delete obj.createToken;
                    delete obj.acknowledge;
                    delete obj.drain;
                    delete obj.deposit;
                    delete obj.revokeGrant;
                    delete obj.putGrant;
                    delete obj.answerFriendRequest;
                    delete obj.listFriendRequests;
                    delete obj.sendFriendRequest;
                    delete obj.fetchAddress;
                    delete obj.publishAddress;
                    delete obj.fetchPrekeys;
                    delete obj.publishPrekeys;
                    delete obj.lookup;
                    delete obj.logout;
                    delete obj.introduce;
                    delete obj.login;
                    delete obj.register;
                    delete obj.challenge;
                    delete obj.hello;
                }
                if (obj.acknowledge != null) {
                    delete obj.presentDevice;
                    delete obj.logBetween;
                    delete obj.logProve;
                    delete obj.logHead;
                    delete obj.deleteAccount;
                    delete obj.finishVaultLogin;
                    delete obj.startVaultLogin;
                    delete obj.revokeToken;
                    delete obj.listTokens;
                    delete obj.rename;
                    delete obj.dropVault;
                    delete obj.putVault;
                    delete obj.enrol;
                    delete obj.knows;
                    delete obj.ping;
                    delete obj.createToken;
                    delete obj.setBlock;
                    delete obj.drain;
                    delete obj.deposit;
                    delete obj.revokeGrant;
                    delete obj.putGrant;
                    delete obj.answerFriendRequest;
                    delete obj.listFriendRequests;
                    delete obj.sendFriendRequest;
                    delete obj.fetchAddress;
                    delete obj.publishAddress;
                    delete obj.fetchPrekeys;
                    delete obj.publishPrekeys;
                    delete obj.lookup;
                    delete obj.logout;
                    delete obj.introduce;
                    delete obj.login;
                    delete obj.register;
                    delete obj.challenge;
                    delete obj.hello;
                }
                if (obj.drain != null) {
                    delete obj.presentDevice;
                    delete obj.logBetween;
                    delete obj.logProve;
                    delete obj.logHead;
                    delete obj.deleteAccount;
                    delete obj.finishVaultLogin;
                    delete obj.startVaultLogin;
                    delete obj.revokeToken;
                    delete obj.listTokens;
                    delete obj.rename;
                    delete obj.dropVault;
                    delete obj.putVault;
                    delete obj.enrol;
                    delete obj.knows;
                    delete obj.ping;
                    delete obj.createToken;
                    delete obj.setBlock;
                    delete obj.acknowledge;
                    delete obj.deposit;
                    delete obj.revokeGrant;
                    delete obj.putGrant;
                    delete obj.answerFriendRequest;
                    delete obj.listFriendRequests;
                    delete obj.sendFriendRequest;
                    delete obj.fetchAddress;
                    delete obj.publishAddress;
                    delete obj.fetchPrekeys;
                    delete obj.publishPrekeys;
                    delete obj.lookup;
                    delete obj.logout;
                    delete obj.introduce;
                    delete obj.login;
                    delete obj.register;
                    delete obj.challenge;
                    delete obj.hello;
                }
                if (obj.deposit != null) {
                    delete obj.presentDevice;
                    delete obj.logBetween;
                    delete obj.logProve;
                    delete obj.logHead;
                    delete obj.deleteAccount;
                    delete obj.finishVaultLogin;
                    delete obj.startVaultLogin;
                    delete obj.revokeToken;
                    delete obj.listTokens;
                    delete obj.rename;
                    delete obj.dropVault;
                    delete obj.putVault;
                    delete obj.enrol;
                    delete obj.knows;
                    delete obj.ping;
                    delete obj.createToken;
                    delete obj.setBlock;
                    delete obj.acknowledge;
                    delete obj.drain;
                    delete obj.revokeGrant;
                    delete obj.putGrant;
                    delete obj.answerFriendRequest;
                    delete obj.listFriendRequests;
                    delete obj.sendFriendRequest;
                    delete obj.fetchAddress;
                    delete obj.publishAddress;
                    delete obj.fetchPrekeys;
                    delete obj.publishPrekeys;
                    delete obj.lookup;
                    delete obj.logout;
                    delete obj.introduce;
                    delete obj.login;
                    delete obj.register;
                    delete obj.challenge;
                    delete obj.hello;
                }
                if (obj.revokeGrant != null) {
                    delete obj.presentDevice;
                    delete obj.logBetween;
                    delete obj.logProve;
                    delete obj.logHead;
                    delete obj.deleteAccount;
                    delete obj.finishVaultLogin;
                    delete obj.startVaultLogin;
                    delete obj.revokeToken;
                    delete obj.listTokens;
                    delete obj.rename;
                    delete obj.dropVault;
                    delete obj.putVault;
                    delete obj.enrol;
                    delete obj.knows;
                    delete obj.ping;
                    delete obj.createToken;
                    delete obj.setBlock;
                    delete obj.acknowledge;
                    delete obj.drain;
                    delete obj.deposit;
                    delete obj.putGrant;
                    delete obj.answerFriendRequest;
                    delete obj.listFriendRequests;
                    delete obj.sendFriendRequest;
                    delete obj.fetchAddress;
                    delete obj.publishAddress;
                    delete obj.fetchPrekeys;
                    delete obj.publishPrekeys;
                    delete obj.lookup;
                    delete obj.logout;
                    delete obj.introduce;
                    delete obj.login;
                    delete obj.register;
                    delete obj.challenge;
                    delete obj.hello;
                }
                if (obj.putGrant != null) {
                    delete obj.presentDevice;
                    delete obj.logBetween;
                    delete obj.logProve;
                    delete obj.logHead;
                    delete obj.deleteAccount;
                    delete obj.finishVaultLogin;
                    delete obj.startVaultLogin;
                    delete obj.revokeToken;
                    delete obj.listTokens;
                    delete obj.rename;
                    delete obj.dropVault;
                    delete obj.putVault;
                    delete obj.enrol;
                    delete obj.knows;
                    delete obj.ping;
                    delete obj.createToken;
                    delete obj.setBlock;
                    delete obj.acknowledge;
                    delete obj.drain;
                    delete obj.deposit;
                    delete obj.revokeGrant;
                    delete obj.answerFriendRequest;
                    delete obj.listFriendRequests;
                    delete obj.sendFriendRequest;
                    delete obj.fetchAddress;
                    delete obj.publishAddress;
                    delete obj.fetchPrekeys;
                    delete obj.publishPrekeys;
                    delete obj.lookup;
                    delete obj.logout;
                    delete obj.introduce;
                    delete obj.login;
                    delete obj.register;
                    delete obj.challenge;
                    delete obj.hello;
                }
                if (obj.answerFriendRequest != null) {
                    delete obj.presentDevice;
                    delete obj.logBetween;
                    delete obj.logProve;
                    delete obj.logHead;
                    delete obj.deleteAccount;
                    delete obj.finishVaultLogin;
                    delete obj.startVaultLogin;
                    delete obj.revokeToken;
                    delete obj.listTokens;
                    delete obj.rename;
                    delete obj.dropVault;
                    delete obj.putVault;
                    delete obj.enrol;
                    delete obj.knows;
                    delete obj.ping;
                    delete obj.createToken;
                    delete obj.setBlock;
                    delete obj.acknowledge;
                    delete obj.drain;
                    delete obj.deposit;
                    delete obj.revokeGrant;
                    delete obj.putGrant;
                    delete obj.listFriendRequests;
                    delete obj.sendFriendRequest;
                    delete obj.fetchAddress;
                    delete obj.publishAddress;
                    delete obj.fetchPrekeys;
                    delete obj.publishPrekeys;
                    delete obj.lookup;
                    delete obj.logout;
                    delete obj.introduce;
                    delete obj.login;
                    delete obj.register;
                    delete obj.challenge;
                    delete obj.hello;
                }
                if (obj.listFriendRequests != null) {
                    delete obj.presentDevice;
                    delete obj.logBetween;
                    delete obj.logProve;
                    delete obj.logHead;
                    delete obj.deleteAccount;
                    delete obj.finishVaultLogin;
                    delete obj.startVaultLogin;
                    delete obj.revokeToken;
                    delete obj.listTokens;
                    delete obj.rename;
                    delete obj.dropVault;
                    delete obj.putVault;
                    delete obj.enrol;
                    delete obj.knows;
                    delete obj.ping;
                    delete obj.createToken;
                    delete obj.setBlock;
                    delete obj.acknowledge;
                    delete obj.drain;
                    delete obj.deposit;
                    delete obj.revokeGrant;
                    delete obj.putGrant;
                    delete obj.answerFriendRequest;
                    delete obj.sendFriendRequest;
                    delete obj.fetchAddress;
                    delete obj.publishAddress;
                    delete obj.fetchPrekeys;
                    delete obj.publishPrekeys;
                    delete obj.lookup;
                    delete obj.logout;
                    delete obj.introduce;
                    delete obj.login;
                    delete obj.register;
                    delete obj.challenge;
                    delete obj.hello;
                }
                if (obj.sendFriendRequest != null) {
                    delete obj.presentDevice;
                    delete obj.logBetween;
                    delete obj.logProve;
                    delete obj.logHead;
                    delete obj.deleteAccount;
                    delete obj.finishVaultLogin;
                    delete obj.startVaultLogin;
                    delete obj.revokeToken;
                    delete obj.listTokens;
                    delete obj.rename;
                    delete obj.dropVault;
                    delete obj.putVault;
                    delete obj.enrol;
                    delete obj.knows;
                    delete obj.ping;
                    delete obj.createToken;
                    delete obj.setBlock;
                    delete obj.acknowledge;
                    delete obj.drain;
                    delete obj.deposit;
                    delete obj.revokeGrant;
                    delete obj.putGrant;
                    delete obj.answerFriendRequest;
                    delete obj.listFriendRequests;
                    delete obj.fetchAddress;
                    delete obj.publishAddress;
                    delete obj.fetchPrekeys;
                    delete obj.publishPrekeys;
                    delete obj.lookup;
                    delete obj.logout;
                    delete obj.introduce;
                    delete obj.login;
                    delete obj.register;
                    delete obj.challenge;
                    delete obj.hello;
                }
                if (obj.fetchAddress != null) {
                    delete obj.presentDevice;
                    delete obj.logBetween;
                    delete obj.logProve;
                    delete obj.logHead;
                    delete obj.deleteAccount;
                    delete obj.finishVaultLogin;
                    delete obj.startVaultLogin;
                    delete obj.revokeToken;
                    delete obj.listTokens;
                    delete obj.rename;
                    delete obj.dropVault;
                    delete obj.putVault;
                    delete obj.enrol;
                    delete obj.knows;
                    delete obj.ping;
                    delete obj.createToken;
                    delete obj.setBlock;
                    delete obj.acknowledge;
                    delete obj.drain;
                    delete obj.deposit;
                    delete obj.revokeGrant;
                    delete obj.putGrant;
                    delete obj.answerFriendRequest;
                    delete obj.listFriendRequests;
                    delete obj.sendFriendRequest;
                    delete obj.publishAddress;
                    delete obj.fetchPrekeys;
                    delete obj.publishPrekeys;
                    delete obj.lookup;
                    delete obj.logout;
                    delete obj.introduce;
                    delete obj.login;
                    delete obj.register;
                    delete obj.challenge;
                    delete obj.hello;
                }
                if (obj.publishAddress != null) {
                    delete obj.presentDevice;
                    delete obj.logBetween;
                    delete obj.logProve;
                    delete obj.logHead;
                    delete obj.deleteAccount;
                    delete obj.finishVaultLogin;
                    delete obj.startVaultLogin;
                    delete obj.revokeToken;
                    delete obj.listTokens;
                    delete obj.rename;
                    delete obj.dropVault;
                    delete obj.putVault;
                    delete obj.enrol;
                    delete obj.knows;
                    delete obj.ping;
                    delete obj.createToken;
                    delete obj.setBlock;
                    delete obj.acknowledge;
                    delete obj.drain;
                    delete obj.deposit;
                    delete obj.revokeGrant;
                    delete obj.putGrant;
                    delete obj.answerFriendRequest;
                    delete obj.listFriendRequests;
                    delete obj.sendFriendRequest;
                    delete obj.fetchAddress;
                    delete obj.fetchPrekeys;
                    delete obj.publishPrekeys;
                    delete obj.lookup;
                    delete obj.logout;
                    delete obj.introduce;
                    delete obj.login;
                    delete obj.register;
                    delete obj.challenge;
                    delete obj.hello;
                }
                if (obj.fetchPrekeys != null) {
                    delete obj.presentDevice;
                    delete obj.logBetween;
                    delete obj.logProve;
                    delete obj.logHead;
                    delete obj.deleteAccount;
                    delete obj.finishVaultLogin;
                    delete obj.startVaultLogin;
                    delete obj.revokeToken;
                    delete obj.listTokens;
                    delete obj.rename;
                    delete obj.dropVault;
                    delete obj.putVault;
                    delete obj.enrol;
                    delete obj.knows;
                    delete obj.ping;
                    delete obj.createToken;
                    delete obj.setBlock;
                    delete obj.acknowledge;
                    delete obj.drain;
                    delete obj.deposit;
                    delete obj.revokeGrant;
                    delete obj.putGrant;
                    delete obj.answerFriendRequest;
                    delete obj.listFriendRequests;
                    delete obj.sendFriendRequest;
                    delete obj.fetchAddress;
                    delete obj.publishAddress;
                    delete obj.publishPrekeys;
                    delete obj.lookup;
                    delete obj.logout;
                    delete obj.introduce;
                    delete obj.login;
                    delete obj.register;
                    delete obj.challenge;
                    delete obj.hello;
                }
                if (obj.publishPrekeys != null) {
                    delete obj.presentDevice;
                    delete obj.logBetween;
                    delete obj.logProve;
                    delete obj.logHead;
                    delete obj.deleteAccount;
                    delete obj.finishVaultLogin;
                    delete obj.startVaultLogin;
                    delete obj.revokeToken;
                    delete obj.listTokens;
                    delete obj.rename;
                    delete obj.dropVault;
                    delete obj.putVault;
                    delete obj.enrol;
                    delete obj.knows;
                    delete obj.ping;
                    delete obj.createToken;
                    delete obj.setBlock;
                    delete obj.acknowledge;
                    delete obj.drain;
                    delete obj.deposit;
                    delete obj.revokeGrant;
                    delete obj.putGrant;
                    delete obj.answerFriendRequest;
                    delete obj.listFriendRequests;
                    delete obj.sendFriendRequest;
                    delete obj.fetchAddress;
                    delete obj.publishAddress;
                    delete obj.fetchPrekeys;
                    delete obj.lookup;
                    delete obj.logout;
                    delete obj.introduce;
                    delete obj.login;
                    delete obj.register;
                    delete obj.challenge;
                    delete obj.hello;
                }
                if (obj.lookup != null) {
                    delete obj.presentDevice;
                    delete obj.logBetween;
                    delete obj.logProve;
                    delete obj.logHead;
                    delete obj.deleteAccount;
                    delete obj.finishVaultLogin;
                    delete obj.startVaultLogin;
                    delete obj.revokeToken;
                    delete obj.listTokens;
                    delete obj.rename;
                    delete obj.dropVault;
                    delete obj.putVault;
                    delete obj.enrol;
                    delete obj.knows;
                    delete obj.ping;
                    delete obj.createToken;
                    delete obj.setBlock;
                    delete obj.acknowledge;
                    delete obj.drain;
                    delete obj.deposit;
                    delete obj.revokeGrant;
                    delete obj.putGrant;
                    delete obj.answerFriendRequest;
                    delete obj.listFriendRequests;
                    delete obj.sendFriendRequest;
                    delete obj.fetchAddress;
                    delete obj.publishAddress;
                    delete obj.fetchPrekeys;
                    delete obj.publishPrekeys;
                    delete obj.logout;
                    delete obj.introduce;
                    delete obj.login;
                    delete obj.register;
                    delete obj.challenge;
                    delete obj.hello;
                }
                if (obj.logout != null) {
                    delete obj.presentDevice;
                    delete obj.logBetween;
                    delete obj.logProve;
                    delete obj.logHead;
                    delete obj.deleteAccount;
                    delete obj.finishVaultLogin;
                    delete obj.startVaultLogin;
                    delete obj.revokeToken;
                    delete obj.listTokens;
                    delete obj.rename;
                    delete obj.dropVault;
                    delete obj.putVault;
                    delete obj.enrol;
                    delete obj.knows;
                    delete obj.ping;
                    delete obj.createToken;
                    delete obj.setBlock;
                    delete obj.acknowledge;
                    delete obj.drain;
                    delete obj.deposit;
                    delete obj.revokeGrant;
                    delete obj.putGrant;
                    delete obj.answerFriendRequest;
                    delete obj.listFriendRequests;
                    delete obj.sendFriendRequest;
                    delete obj.fetchAddress;
                    delete obj.publishAddress;
                    delete obj.fetchPrekeys;
                    delete obj.publishPrekeys;
                    delete obj.lookup;
                    delete obj.introduce;
                    delete obj.login;
                    delete obj.register;
                    delete obj.challenge;
                    delete obj.hello;
                }
                if (obj.introduce != null) {
                    delete obj.presentDevice;
                    delete obj.logBetween;
                    delete obj.logProve;
                    delete obj.logHead;
                    delete obj.deleteAccount;
                    delete obj.finishVaultLogin;
                    delete obj.startVaultLogin;
                    delete obj.revokeToken;
                    delete obj.listTokens;
                    delete obj.rename;
                    delete obj.dropVault;
                    delete obj.putVault;
                    delete obj.enrol;
                    delete obj.knows;
                    delete obj.ping;
                    delete obj.createToken;
                    delete obj.setBlock;
                    delete obj.acknowledge;
                    delete obj.drain;
                    delete obj.deposit;
                    delete obj.revokeGrant;
                    delete obj.putGrant;
                    delete obj.answerFriendRequest;
                    delete obj.listFriendRequests;
                    delete obj.sendFriendRequest;
                    delete obj.fetchAddress;
                    delete obj.publishAddress;
                    delete obj.fetchPrekeys;
                    delete obj.publishPrekeys;
                    delete obj.lookup;
                    delete obj.logout;
                    delete obj.login;
                    delete obj.register;
                    delete obj.challenge;
                    delete obj.hello;
                }
                if (obj.login != null) {
                    delete obj.presentDevice;
                    delete obj.logBetween;
                    delete obj.logProve;
                    delete obj.logHead;
                    delete obj.deleteAccount;
                    delete obj.finishVaultLogin;
                    delete obj.startVaultLogin;
                    delete obj.revokeToken;
                    delete obj.listTokens;
                    delete obj.rename;
                    delete obj.dropVault;
                    delete obj.putVault;
                    delete obj.enrol;
                    delete obj.knows;
                    delete obj.ping;
                    delete obj.createToken;
                    delete obj.setBlock;
                    delete obj.acknowledge;
                    delete obj.drain;
                    delete obj.deposit;
                    delete obj.revokeGrant;
                    delete obj.putGrant;
                    delete obj.answerFriendRequest;
                    delete obj.listFriendRequests;
                    delete obj.sendFriendRequest;
                    delete obj.fetchAddress;
                    delete obj.publishAddress;
                    delete obj.fetchPrekeys;
                    delete obj.publishPrekeys;
                    delete obj.lookup;
                    delete obj.logout;
                    delete obj.introduce;
                    delete obj.register;
                    delete obj.challenge;
                    delete obj.hello;
                }
                if (obj.register != null) {
                    delete obj.presentDevice;
                    delete obj.logBetween;
                    delete obj.logProve;
                    delete obj.logHead;
                    delete obj.deleteAccount;
                    delete obj.finishVaultLogin;
                    delete obj.startVaultLogin;
                    delete obj.revokeToken;
                    delete obj.listTokens;
                    delete obj.rename;
                    delete obj.dropVault;
                    delete obj.putVault;
                    delete obj.enrol;
                    delete obj.knows;
                    delete obj.ping;
                    delete obj.createToken;
                    delete obj.setBlock;
                    delete obj.acknowledge;
                    delete obj.drain;
                    delete obj.deposit;
                    delete obj.revokeGrant;
                    delete obj.putGrant;
                    delete obj.answerFriendRequest;
                    delete obj.listFriendRequests;
                    delete obj.sendFriendRequest;
                    delete obj.fetchAddress;
                    delete obj.publishAddress;
                    delete obj.fetchPrekeys;
                    delete obj.publishPrekeys;
                    delete obj.lookup;
                    delete obj.logout;
                    delete obj.introduce;
                    delete obj.login;
                    delete obj.challenge;
                    delete obj.hello;
                }
                if (obj.challenge != null) {
                    delete obj.presentDevice;
                    delete obj.logBetween;
                    delete obj.logProve;
                    delete obj.logHead;
                    delete obj.deleteAccount;
                    delete obj.finishVaultLogin;
                    delete obj.startVaultLogin;
                    delete obj.revokeToken;
                    delete obj.listTokens;
                    delete obj.rename;
                    delete obj.dropVault;
                    delete obj.putVault;
                    delete obj.enrol;
                    delete obj.knows;
                    delete obj.ping;
                    delete obj.createToken;
                    delete obj.setBlock;
                    delete obj.acknowledge;
                    delete obj.drain;
                    delete obj.deposit;
                    delete obj.revokeGrant;
                    delete obj.putGrant;
                    delete obj.answerFriendRequest;
                    delete obj.listFriendRequests;
                    delete obj.sendFriendRequest;
                    delete obj.fetchAddress;
                    delete obj.publishAddress;
                    delete obj.fetchPrekeys;
                    delete obj.publishPrekeys;
                    delete obj.lookup;
                    delete obj.logout;
                    delete obj.introduce;
                    delete obj.login;
                    delete obj.register;
                    delete obj.hello;
                }
                if (obj.hello != null) {
                    delete obj.presentDevice;
                    delete obj.logBetween;
                    delete obj.logProve;
                    delete obj.logHead;
                    delete obj.deleteAccount;
                    delete obj.finishVaultLogin;
                    delete obj.startVaultLogin;
                    delete obj.revokeToken;
                    delete obj.listTokens;
                    delete obj.rename;
                    delete obj.dropVault;
                    delete obj.putVault;
                    delete obj.enrol;
                    delete obj.knows;
                    delete obj.ping;
                    delete obj.createToken;
                    delete obj.setBlock;
                    delete obj.acknowledge;
                    delete obj.drain;
                    delete obj.deposit;
                    delete obj.revokeGrant;
                    delete obj.putGrant;
                    delete obj.answerFriendRequest;
                    delete obj.listFriendRequests;
                    delete obj.sendFriendRequest;
                    delete obj.fetchAddress;
                    delete obj.publishAddress;
                    delete obj.fetchPrekeys;
                    delete obj.publishPrekeys;
                    delete obj.lookup;
                    delete obj.logout;
                    delete obj.introduce;
                    delete obj.login;
                    delete obj.register;
                    delete obj.challenge;
                }
                return obj;
            }, function* (reader, length, prefix, opts = {}) {
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            yield* ServerHelloResponse.codec().stream(reader, reader.uint32(), `${prefix}.hello`, {
                                limits: opts.limits?.hello
                            });
                            break;
                        }
                        case 2: {
                            yield* ChallengeResponse.codec().stream(reader, reader.uint32(), `${prefix}.challenge`, {
                                limits: opts.limits?.challenge
                            });
                            break;
                        }
                        case 3: {
                            yield* RegisterResponse.codec().stream(reader, reader.uint32(), `${prefix}.register`, {
                                limits: opts.limits?.register
                            });
                            break;
                        }
                        case 4: {
                            yield* LoginResponse.codec().stream(reader, reader.uint32(), `${prefix}.login`, {
                                limits: opts.limits?.login
                            });
                            break;
                        }
                        case 5: {
                            yield* IntroduceResponse.codec().stream(reader, reader.uint32(), `${prefix}.introduce`, {
                                limits: opts.limits?.introduce
                            });
                            break;
                        }
                        case 6: {
                            yield* LogoutResponse.codec().stream(reader, reader.uint32(), `${prefix}.logout`, {
                                limits: opts.limits?.logout
                            });
                            break;
                        }
                        case 7: {
                            yield* LookupResponse.codec().stream(reader, reader.uint32(), `${prefix}.lookup`, {
                                limits: opts.limits?.lookup
                            });
                            break;
                        }
                        case 8: {
                            yield* PublishPrekeysResponse.codec().stream(reader, reader.uint32(), `${prefix}.publishPrekeys`, {
                                limits: opts.limits?.publishPrekeys
                            });
                            break;
                        }
                        case 9: {
                            yield* FetchPrekeysResponse.codec().stream(reader, reader.uint32(), `${prefix}.fetchPrekeys`, {
                                limits: opts.limits?.fetchPrekeys
                            });
                            break;
                        }
                        case 10: {
                            yield* PublishAddressResponse.codec().stream(reader, reader.uint32(), `${prefix}.publishAddress`, {
                                limits: opts.limits?.publishAddress
                            });
                            break;
                        }
                        case 11: {
                            yield* FetchAddressResponse.codec().stream(reader, reader.uint32(), `${prefix}.fetchAddress`, {
                                limits: opts.limits?.fetchAddress
                            });
                            break;
                        }
                        case 12: {
                            yield* SendFriendRequestResponse.codec().stream(reader, reader.uint32(), `${prefix}.sendFriendRequest`, {
                                limits: opts.limits?.sendFriendRequest
                            });
                            break;
                        }
                        case 13: {
                            yield* ListFriendRequestsResponse.codec().stream(reader, reader.uint32(), `${prefix}.listFriendRequests`, {
                                limits: opts.limits?.listFriendRequests
                            });
                            break;
                        }
                        case 14: {
                            yield* AnswerFriendRequestResponse.codec().stream(reader, reader.uint32(), `${prefix}.answerFriendRequest`, {
                                limits: opts.limits?.answerFriendRequest
                            });
                            break;
                        }
                        case 15: {
                            yield* PutGrantResponse.codec().stream(reader, reader.uint32(), `${prefix}.putGrant`, {
                                limits: opts.limits?.putGrant
                            });
                            break;
                        }
                        case 16: {
                            yield* RevokeGrantResponse.codec().stream(reader, reader.uint32(), `${prefix}.revokeGrant`, {
                                limits: opts.limits?.revokeGrant
                            });
                            break;
                        }
                        case 17: {
                            yield* DepositResponse.codec().stream(reader, reader.uint32(), `${prefix}.deposit`, {
                                limits: opts.limits?.deposit
                            });
                            break;
                        }
                        case 18: {
                            yield* DrainResponse.codec().stream(reader, reader.uint32(), `${prefix}.drain`, {
                                limits: opts.limits?.drain
                            });
                            break;
                        }
                        case 19: {
                            yield* AcknowledgeResponse.codec().stream(reader, reader.uint32(), `${prefix}.acknowledge`, {
                                limits: opts.limits?.acknowledge
                            });
                            break;
                        }
                        case 20: {
                            yield* SetBlockResponse.codec().stream(reader, reader.uint32(), `${prefix}.setBlock`, {
                                limits: opts.limits?.setBlock
                            });
                            break;
                        }
                        case 21: {
                            yield* CreateTokenResponse.codec().stream(reader, reader.uint32(), `${prefix}.createToken`, {
                                limits: opts.limits?.createToken
                            });
                            break;
                        }
                        case 22: {
                            yield* PingResponse.codec().stream(reader, reader.uint32(), `${prefix}.ping`, {
                                limits: opts.limits?.ping
                            });
                            break;
                        }
                        case 23: {
                            yield* KnowsResponse.codec().stream(reader, reader.uint32(), `${prefix}.knows`, {
                                limits: opts.limits?.knows
                            });
                            break;
                        }
                        case 24: {
                            yield* EnrolResponse.codec().stream(reader, reader.uint32(), `${prefix}.enrol`, {
                                limits: opts.limits?.enrol
                            });
                            break;
                        }
                        case 25: {
                            yield* PutVaultResponse.codec().stream(reader, reader.uint32(), `${prefix}.putVault`, {
                                limits: opts.limits?.putVault
                            });
                            break;
                        }
                        case 26: {
                            yield* DropVaultResponse.codec().stream(reader, reader.uint32(), `${prefix}.dropVault`, {
                                limits: opts.limits?.dropVault
                            });
                            break;
                        }
                        case 40: {
                            yield* RenameResponse.codec().stream(reader, reader.uint32(), `${prefix}.rename`, {
                                limits: opts.limits?.rename
                            });
                            break;
                        }
                        case 41: {
                            yield* ListTokensResponse.codec().stream(reader, reader.uint32(), `${prefix}.listTokens`, {
                                limits: opts.limits?.listTokens
                            });
                            break;
                        }
                        case 42: {
                            yield* RevokeTokenResponse.codec().stream(reader, reader.uint32(), `${prefix}.revokeToken`, {
                                limits: opts.limits?.revokeToken
                            });
                            break;
                        }
                        case 27: {
                            yield* StartVaultLoginResponse.codec().stream(reader, reader.uint32(), `${prefix}.startVaultLogin`, {
                                limits: opts.limits?.startVaultLogin
                            });
                            break;
                        }
                        case 28: {
                            yield* FinishVaultLoginResponse.codec().stream(reader, reader.uint32(), `${prefix}.finishVaultLogin`, {
                                limits: opts.limits?.finishVaultLogin
                            });
                            break;
                        }
                        case 29: {
                            yield* DeleteAccountResponse.codec().stream(reader, reader.uint32(), `${prefix}.deleteAccount`, {
                                limits: opts.limits?.deleteAccount
                            });
                            break;
                        }
                        case 30: {
                            yield* LogHeadResponse.codec().stream(reader, reader.uint32(), `${prefix}.logHead`, {
                                limits: opts.limits?.logHead
                            });
                            break;
                        }
                        case 31: {
                            yield* LogProveResponse.codec().stream(reader, reader.uint32(), `${prefix}.logProve`, {
                                limits: opts.limits?.logProve
                            });
                            break;
                        }
                        case 32: {
                            yield* LogBetweenResponse.codec().stream(reader, reader.uint32(), `${prefix}.logBetween`, {
                                limits: opts.limits?.logBetween
                            });
                            break;
                        }
                        case 45: {
                            yield* PresentDeviceResponse.codec().stream(reader, reader.uint32(), `${prefix}.presentDevice`, {
                                limits: opts.limits?.presentDevice
                            });
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, RendezvousResponse.codec());
    }
    RendezvousResponse.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, RendezvousResponse.codec(), opts);
    }
    RendezvousResponse.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, RendezvousResponse.codec(), opts);
    }
    RendezvousResponse.stream = stream;
})(RendezvousResponse || (RendezvousResponse = {}));
export var RendezvousPush;
(function (RendezvousPush) {
    let _codec;
    RendezvousPush.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                obj = { ...obj };
                if (obj.relayLimit != null) {
                    obj.prekeysLow = undefined;
                    obj.serverClosing = undefined;
                    obj.sessionReplaced = undefined;
                    obj.requestWaiting = undefined;
                    obj.mailWaiting = undefined;
                }
                if (obj.prekeysLow != null) {
                    obj.relayLimit = undefined;
                    obj.serverClosing = undefined;
                    obj.sessionReplaced = undefined;
                    obj.requestWaiting = undefined;
                    obj.mailWaiting = undefined;
                }
                if (obj.serverClosing != null) {
                    obj.relayLimit = undefined;
                    obj.prekeysLow = undefined;
                    obj.sessionReplaced = undefined;
                    obj.requestWaiting = undefined;
                    obj.mailWaiting = undefined;
                }
                if (obj.sessionReplaced != null) {
                    obj.relayLimit = undefined;
                    obj.prekeysLow = undefined;
                    obj.serverClosing = undefined;
                    obj.requestWaiting = undefined;
                    obj.mailWaiting = undefined;
                }
                if (obj.requestWaiting != null) {
                    obj.relayLimit = undefined;
                    obj.prekeysLow = undefined;
                    obj.serverClosing = undefined;
                    obj.sessionReplaced = undefined;
                    obj.mailWaiting = undefined;
                }
                if (obj.mailWaiting != null) {
                    obj.relayLimit = undefined;
                    obj.prekeysLow = undefined;
                    obj.serverClosing = undefined;
                    obj.sessionReplaced = undefined;
                    obj.requestWaiting = undefined;
                }
                if (obj.mailWaiting != null) {
                    w.uint32(10);
                    MailWaiting.codec().encode(obj.mailWaiting, w);
                }
                if (obj.requestWaiting != null) {
                    w.uint32(18);
                    RequestWaiting.codec().encode(obj.requestWaiting, w);
                }
                if (obj.sessionReplaced != null) {
                    w.uint32(26);
                    SessionReplaced.codec().encode(obj.sessionReplaced, w);
                }
                if (obj.serverClosing != null) {
                    w.uint32(34);
                    ServerClosing.codec().encode(obj.serverClosing, w);
                }
                if (obj.prekeysLow != null) {
                    w.uint32(42);
                    PrekeysLow.codec().encode(obj.prekeysLow, w);
                }
                if (obj.relayLimit != null) {
                    w.uint32(562);
                    RelayLimit.codec().encode(obj.relayLimit, w);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {};
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.mailWaiting = MailWaiting.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.mailWaiting
                            });
                            break;
                        }
                        case 2: {
                            obj.requestWaiting = RequestWaiting.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.requestWaiting
                            });
                            break;
                        }
                        case 3: {
                            obj.sessionReplaced = SessionReplaced.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.sessionReplaced
                            });
                            break;
                        }
                        case 4: {
                            obj.serverClosing = ServerClosing.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.serverClosing
                            });
                            break;
                        }
                        case 5: {
                            obj.prekeysLow = PrekeysLow.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.prekeysLow
                            });
                            break;
                        }
                        case 70: {
                            obj.relayLimit = RelayLimit.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.relayLimit
                            });
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                if (obj.relayLimit != null) {
                    delete obj.prekeysLow;
                    delete obj.serverClosing;
                    delete obj.sessionReplaced;
                    delete obj.requestWaiting;
                    delete obj.mailWaiting;
                }
                if (obj.prekeysLow != null) {
                    delete obj.relayLimit;
                    delete obj.serverClosing;
                    delete obj.sessionReplaced;
                    delete obj.requestWaiting;
                    delete obj.mailWaiting;
                }
                if (obj.serverClosing != null) {
                    delete obj.relayLimit;
                    delete obj.prekeysLow;
                    delete obj.sessionReplaced;
                    delete obj.requestWaiting;
                    delete obj.mailWaiting;
                }
                if (obj.sessionReplaced != null) {
                    delete obj.relayLimit;
                    delete obj.prekeysLow;
                    delete obj.serverClosing;
                    delete obj.requestWaiting;
                    delete obj.mailWaiting;
                }
                if (obj.requestWaiting != null) {
                    delete obj.relayLimit;
                    delete obj.prekeysLow;
                    delete obj.serverClosing;
                    delete obj.sessionReplaced;
                    delete obj.mailWaiting;
                }
                if (obj.mailWaiting != null) {
                    delete obj.relayLimit;
                    delete obj.prekeysLow;
                    delete obj.serverClosing;
                    delete obj.sessionReplaced;
                    delete obj.requestWaiting;
                }
                return obj;
            }, function* (reader, length, prefix, opts = {}) {
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            yield* MailWaiting.codec().stream(reader, reader.uint32(), `${prefix}.mailWaiting`, {
                                limits: opts.limits?.mailWaiting
                            });
                            break;
                        }
                        case 2: {
                            yield* RequestWaiting.codec().stream(reader, reader.uint32(), `${prefix}.requestWaiting`, {
                                limits: opts.limits?.requestWaiting
                            });
                            break;
                        }
                        case 3: {
                            yield* SessionReplaced.codec().stream(reader, reader.uint32(), `${prefix}.sessionReplaced`, {
                                limits: opts.limits?.sessionReplaced
                            });
                            break;
                        }
                        case 4: {
                            yield* ServerClosing.codec().stream(reader, reader.uint32(), `${prefix}.serverClosing`, {
                                limits: opts.limits?.serverClosing
                            });
                            break;
                        }
                        case 5: {
                            yield* PrekeysLow.codec().stream(reader, reader.uint32(), `${prefix}.prekeysLow`, {
                                limits: opts.limits?.prekeysLow
                            });
                            break;
                        }
                        case 70: {
                            yield* RelayLimit.codec().stream(reader, reader.uint32(), `${prefix}.relayLimit`, {
                                limits: opts.limits?.relayLimit
                            });
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, RendezvousPush.codec());
    }
    RendezvousPush.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, RendezvousPush.codec(), opts);
    }
    RendezvousPush.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, RendezvousPush.codec(), opts);
    }
    RendezvousPush.stream = stream;
})(RendezvousPush || (RendezvousPush = {}));
export var ServerHelloRequest;
(function (ServerHelloRequest) {
    let _codec;
    ServerHelloRequest.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.version != null && obj.version !== 0)) {
                    w.uint32(8);
                    w.uint32(obj.version);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    version: 0
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.version = reader.uint32();
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            }, function* (reader, length, prefix, opts = {}) {
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            yield {
                                field: `${prefix}.version`,
                                value: reader.uint32()
                            };
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, ServerHelloRequest.codec());
    }
    ServerHelloRequest.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, ServerHelloRequest.codec(), opts);
    }
    ServerHelloRequest.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, ServerHelloRequest.codec(), opts);
    }
    ServerHelloRequest.stream = stream;
})(ServerHelloRequest || (ServerHelloRequest = {}));
export var ServerHelloResponse;
(function (ServerHelloResponse) {
    let _codec;
    ServerHelloResponse.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if (obj.statement != null) {
                    w.uint32(10);
                    Signed.codec().encode(obj.statement, w);
                }
                if (obj.openings != null && obj.openings.length > 0) {
                    for (const value of obj.openings) {
                        w.uint32(18);
                        StoreOpening.codec().encode(value, w);
                    }
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    openings: []
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.statement = Signed.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.statement
                            });
                            break;
                        }
                        case 2: {
                            if (opts.limits?.openings != null && obj.openings.length === opts.limits.openings) {
                                throw new MaxLengthError('Decode error - repeated field "openings" had too many elements');
                            }
                            obj.openings.push(StoreOpening.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.openings$
                            }));
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            }, function* (reader, length, prefix, opts = {}) {
                const obj = {
                    openings: 0
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            yield* Signed.codec().stream(reader, reader.uint32(), `${prefix}.statement`, {
                                limits: opts.limits?.statement
                            });
                            break;
                        }
                        case 2: {
                            if (opts.limits?.openings != null && obj.openings === opts.limits.openings) {
                                throw new MaxLengthError('Streaming decode error - repeated field "openings" had too many elements');
                            }
                            for (const evt of StoreOpening.codec().stream(reader, reader.uint32(), `${prefix}.openings[]`, {
                                limits: opts.limits?.openings$
                            })) {
                                yield {
                                    ...evt,
                                    index: obj.openings
                                };
                            }
                            obj.openings++;
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, ServerHelloResponse.codec());
    }
    ServerHelloResponse.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, ServerHelloResponse.codec(), opts);
    }
    ServerHelloResponse.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, ServerHelloResponse.codec(), opts);
    }
    ServerHelloResponse.stream = stream;
})(ServerHelloResponse || (ServerHelloResponse = {}));
export var StoreOpening;
(function (StoreOpening) {
    let _codec;
    StoreOpening.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.count != null && obj.count !== 0)) {
                    w.uint32(8);
                    w.uint32(obj.count);
                }
                if ((obj.id != null && obj.id.byteLength > 0)) {
                    w.uint32(18);
                    w.bytes(obj.id);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    count: 0,
                    id: uint8ArrayAlloc(0)
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.count = reader.uint32();
                            break;
                        }
                        case 2: {
                            obj.id = reader.bytes();
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            }, function* (reader, length, prefix, opts = {}) {
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            yield {
                                field: `${prefix}.count`,
                                value: reader.uint32()
                            };
                            break;
                        }
                        case 2: {
                            yield {
                                field: `${prefix}.id`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, StoreOpening.codec());
    }
    StoreOpening.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, StoreOpening.codec(), opts);
    }
    StoreOpening.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, StoreOpening.codec(), opts);
    }
    StoreOpening.stream = stream;
})(StoreOpening || (StoreOpening = {}));
export var ChallengeRequest;
(function (ChallengeRequest) {
    let _codec;
    ChallengeRequest.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {};
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            }, function* (reader, length, prefix, opts = {}) {
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, ChallengeRequest.codec());
    }
    ChallengeRequest.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, ChallengeRequest.codec(), opts);
    }
    ChallengeRequest.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, ChallengeRequest.codec(), opts);
    }
    ChallengeRequest.stream = stream;
})(ChallengeRequest || (ChallengeRequest = {}));
export var ChallengeResponse;
(function (ChallengeResponse) {
    let _codec;
    ChallengeResponse.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.nonce != null && obj.nonce.byteLength > 0)) {
                    w.uint32(10);
                    w.bytes(obj.nonce);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    nonce: uint8ArrayAlloc(0)
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.nonce = reader.bytes();
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            }, function* (reader, length, prefix, opts = {}) {
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            yield {
                                field: `${prefix}.nonce`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, ChallengeResponse.codec());
    }
    ChallengeResponse.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, ChallengeResponse.codec(), opts);
    }
    ChallengeResponse.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, ChallengeResponse.codec(), opts);
    }
    ChallengeResponse.stream = stream;
})(ChallengeResponse || (ChallengeResponse = {}));
export var RegisterRequest;
(function (RegisterRequest) {
    let _codec;
    RegisterRequest.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if (obj.statement != null) {
                    w.uint32(10);
                    Signed.codec().encode(obj.statement, w);
                }
                if (obj.certificate != null) {
                    w.uint32(18);
                    Signed.codec().encode(obj.certificate, w);
                }
                if ((obj.clientNonce != null && obj.clientNonce.byteLength > 0)) {
                    w.uint32(26);
                    w.bytes(obj.clientNonce);
                }
                if ((obj.proof != null && obj.proof.byteLength > 0)) {
                    w.uint32(34);
                    w.bytes(obj.proof);
                }
                if ((obj.email != null && obj.email !== '')) {
                    w.uint32(42);
                    w.string(obj.email);
                }
                if ((obj.token != null && obj.token.byteLength > 0)) {
                    w.uint32(50);
                    w.bytes(obj.token);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    clientNonce: uint8ArrayAlloc(0),
                    proof: uint8ArrayAlloc(0),
                    email: '',
                    token: uint8ArrayAlloc(0)
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.statement = Signed.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.statement
                            });
                            break;
                        }
                        case 2: {
                            obj.certificate = Signed.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.certificate
                            });
                            break;
                        }
                        case 3: {
                            obj.clientNonce = reader.bytes();
                            break;
                        }
                        case 4: {
                            obj.proof = reader.bytes();
                            break;
                        }
                        case 5: {
                            obj.email = reader.string();
                            break;
                        }
                        case 6: {
                            obj.token = reader.bytes();
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            }, function* (reader, length, prefix, opts = {}) {
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            yield* Signed.codec().stream(reader, reader.uint32(), `${prefix}.statement`, {
                                limits: opts.limits?.statement
                            });
                            break;
                        }
                        case 2: {
                            yield* Signed.codec().stream(reader, reader.uint32(), `${prefix}.certificate`, {
                                limits: opts.limits?.certificate
                            });
                            break;
                        }
                        case 3: {
                            yield {
                                field: `${prefix}.clientNonce`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        case 4: {
                            yield {
                                field: `${prefix}.proof`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        case 5: {
                            yield {
                                field: `${prefix}.email`,
                                value: reader.string()
                            };
                            break;
                        }
                        case 6: {
                            yield {
                                field: `${prefix}.token`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, RegisterRequest.codec());
    }
    RegisterRequest.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, RegisterRequest.codec(), opts);
    }
    RegisterRequest.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, RegisterRequest.codec(), opts);
    }
    RegisterRequest.stream = stream;
})(RegisterRequest || (RegisterRequest = {}));
export var RegisterResponse;
(function (RegisterResponse) {
    let _codec;
    RegisterResponse.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.account != null && obj.account.byteLength > 0)) {
                    w.uint32(10);
                    w.bytes(obj.account);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    account: uint8ArrayAlloc(0)
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.account = reader.bytes();
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            }, function* (reader, length, prefix, opts = {}) {
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            yield {
                                field: `${prefix}.account`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, RegisterResponse.codec());
    }
    RegisterResponse.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, RegisterResponse.codec(), opts);
    }
    RegisterResponse.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, RegisterResponse.codec(), opts);
    }
    RegisterResponse.stream = stream;
})(RegisterResponse || (RegisterResponse = {}));
export var LoginRequest;
(function (LoginRequest) {
    let _codec;
    LoginRequest.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.account != null && obj.account.byteLength > 0)) {
                    w.uint32(10);
                    w.bytes(obj.account);
                }
                if (obj.certificate != null) {
                    w.uint32(18);
                    Signed.codec().encode(obj.certificate, w);
                }
                if ((obj.clientNonce != null && obj.clientNonce.byteLength > 0)) {
                    w.uint32(26);
                    w.bytes(obj.clientNonce);
                }
                if ((obj.proof != null && obj.proof.byteLength > 0)) {
                    w.uint32(34);
                    w.bytes(obj.proof);
                }
                if ((obj.label != null && obj.label.byteLength > 0)) {
                    w.uint32(42);
                    w.bytes(obj.label);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    account: uint8ArrayAlloc(0),
                    clientNonce: uint8ArrayAlloc(0),
                    proof: uint8ArrayAlloc(0),
                    label: uint8ArrayAlloc(0)
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.account = reader.bytes();
                            break;
                        }
                        case 2: {
                            obj.certificate = Signed.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.certificate
                            });
                            break;
                        }
                        case 3: {
                            obj.clientNonce = reader.bytes();
                            break;
                        }
                        case 4: {
                            obj.proof = reader.bytes();
                            break;
                        }
                        case 5: {
                            obj.label = reader.bytes();
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            }, function* (reader, length, prefix, opts = {}) {
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            yield {
                                field: `${prefix}.account`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        case 2: {
                            yield* Signed.codec().stream(reader, reader.uint32(), `${prefix}.certificate`, {
                                limits: opts.limits?.certificate
                            });
                            break;
                        }
                        case 3: {
                            yield {
                                field: `${prefix}.clientNonce`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        case 4: {
                            yield {
                                field: `${prefix}.proof`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        case 5: {
                            yield {
                                field: `${prefix}.label`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, LoginRequest.codec());
    }
    LoginRequest.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, LoginRequest.codec(), opts);
    }
    LoginRequest.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, LoginRequest.codec(), opts);
    }
    LoginRequest.stream = stream;
})(LoginRequest || (LoginRequest = {}));
export var LoginResponse;
(function (LoginResponse) {
    let _codec;
    LoginResponse.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.highestMail != null && obj.highestMail !== 0n)) {
                    w.uint32(8);
                    writeUint64(w, obj.highestMail);
                }
                if ((obj.waitingMail != null && obj.waitingMail !== 0)) {
                    w.uint32(16);
                    w.uint32(obj.waitingMail);
                }
                if ((obj.waitingRequests != null && obj.waitingRequests !== 0)) {
                    w.uint32(24);
                    w.uint32(obj.waitingRequests);
                }
                if ((obj.prekeysLeft != null && obj.prekeysLeft !== 0)) {
                    w.uint32(32);
                    w.uint32(obj.prekeysLeft);
                }
                if ((obj.bundleCurrent != null && obj.bundleCurrent !== false)) {
                    w.uint32(40);
                    w.bool(obj.bundleCurrent);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    highestMail: 0n,
                    waitingMail: 0,
                    waitingRequests: 0,
                    prekeysLeft: 0,
                    bundleCurrent: false
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.highestMail = reader.uint64();
                            break;
                        }
                        case 2: {
                            obj.waitingMail = reader.uint32();
                            break;
                        }
                        case 3: {
                            obj.waitingRequests = reader.uint32();
                            break;
                        }
                        case 4: {
                            obj.prekeysLeft = reader.uint32();
                            break;
                        }
                        case 5: {
                            obj.bundleCurrent = reader.bool();
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            }, function* (reader, length, prefix, opts = {}) {
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            yield {
                                field: `${prefix}.highestMail`,
                                value: reader.uint64()
                            };
                            break;
                        }
                        case 2: {
                            yield {
                                field: `${prefix}.waitingMail`,
                                value: reader.uint32()
                            };
                            break;
                        }
                        case 3: {
                            yield {
                                field: `${prefix}.waitingRequests`,
                                value: reader.uint32()
                            };
                            break;
                        }
                        case 4: {
                            yield {
                                field: `${prefix}.prekeysLeft`,
                                value: reader.uint32()
                            };
                            break;
                        }
                        case 5: {
                            yield {
                                field: `${prefix}.bundleCurrent`,
                                value: reader.bool()
                            };
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, LoginResponse.codec());
    }
    LoginResponse.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, LoginResponse.codec(), opts);
    }
    LoginResponse.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, LoginResponse.codec(), opts);
    }
    LoginResponse.stream = stream;
})(LoginResponse || (LoginResponse = {}));
export var PresentDeviceRequest;
(function (PresentDeviceRequest) {
    let _codec;
    PresentDeviceRequest.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {};
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            }, function* (reader, length, prefix, opts = {}) {
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, PresentDeviceRequest.codec());
    }
    PresentDeviceRequest.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, PresentDeviceRequest.codec(), opts);
    }
    PresentDeviceRequest.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, PresentDeviceRequest.codec(), opts);
    }
    PresentDeviceRequest.stream = stream;
})(PresentDeviceRequest || (PresentDeviceRequest = {}));
export var PresentDeviceResponse;
(function (PresentDeviceResponse) {
    let _codec;
    PresentDeviceResponse.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if (obj.newest != null) {
                    w.uint32(10);
                    NewestDevice.codec().encode(obj.newest, w);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {};
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.newest = NewestDevice.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.newest
                            });
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            }, function* (reader, length, prefix, opts = {}) {
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            yield* NewestDevice.codec().stream(reader, reader.uint32(), `${prefix}.newest`, {
                                limits: opts.limits?.newest
                            });
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, PresentDeviceResponse.codec());
    }
    PresentDeviceResponse.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, PresentDeviceResponse.codec(), opts);
    }
    PresentDeviceResponse.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, PresentDeviceResponse.codec(), opts);
    }
    PresentDeviceResponse.stream = stream;
})(PresentDeviceResponse || (PresentDeviceResponse = {}));
export var NewestDevice;
(function (NewestDevice) {
    let _codec;
    NewestDevice.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if (obj.certificate != null) {
                    w.uint32(10);
                    Signed.codec().encode(obj.certificate, w);
                }
                if ((obj.signedInAt != null && obj.signedInAt !== 0n)) {
                    w.uint32(16);
                    writeUint64(w, obj.signedInAt);
                }
                if ((obj.origin != null && obj.origin.byteLength > 0)) {
                    w.uint32(26);
                    w.bytes(obj.origin);
                }
                if ((obj.label != null && obj.label.byteLength > 0)) {
                    w.uint32(34);
                    w.bytes(obj.label);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    signedInAt: 0n,
                    origin: uint8ArrayAlloc(0),
                    label: uint8ArrayAlloc(0)
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.certificate = Signed.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.certificate
                            });
                            break;
                        }
                        case 2: {
                            obj.signedInAt = reader.uint64();
                            break;
                        }
                        case 3: {
                            obj.origin = reader.bytes();
                            break;
                        }
                        case 4: {
                            obj.label = reader.bytes();
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            }, function* (reader, length, prefix, opts = {}) {
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            yield* Signed.codec().stream(reader, reader.uint32(), `${prefix}.certificate`, {
                                limits: opts.limits?.certificate
                            });
                            break;
                        }
                        case 2: {
                            yield {
                                field: `${prefix}.signedInAt`,
                                value: reader.uint64()
                            };
                            break;
                        }
                        case 3: {
                            yield {
                                field: `${prefix}.origin`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        case 4: {
                            yield {
                                field: `${prefix}.label`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, NewestDevice.codec());
    }
    NewestDevice.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, NewestDevice.codec(), opts);
    }
    NewestDevice.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, NewestDevice.codec(), opts);
    }
    NewestDevice.stream = stream;
})(NewestDevice || (NewestDevice = {}));
export var IntroduceRequest;
(function (IntroduceRequest) {
    let _codec;
    IntroduceRequest.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if (obj.statement != null) {
                    w.uint32(10);
                    Signed.codec().encode(obj.statement, w);
                }
                if (obj.certificate != null) {
                    w.uint32(18);
                    Signed.codec().encode(obj.certificate, w);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {};
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.statement = Signed.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.statement
                            });
                            break;
                        }
                        case 2: {
                            obj.certificate = Signed.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.certificate
                            });
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            }, function* (reader, length, prefix, opts = {}) {
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            yield* Signed.codec().stream(reader, reader.uint32(), `${prefix}.statement`, {
                                limits: opts.limits?.statement
                            });
                            break;
                        }
                        case 2: {
                            yield* Signed.codec().stream(reader, reader.uint32(), `${prefix}.certificate`, {
                                limits: opts.limits?.certificate
                            });
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, IntroduceRequest.codec());
    }
    IntroduceRequest.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, IntroduceRequest.codec(), opts);
    }
    IntroduceRequest.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, IntroduceRequest.codec(), opts);
    }
    IntroduceRequest.stream = stream;
})(IntroduceRequest || (IntroduceRequest = {}));
export var IntroduceResponse;
(function (IntroduceResponse) {
    let _codec;
    IntroduceResponse.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {};
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            }, function* (reader, length, prefix, opts = {}) {
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, IntroduceResponse.codec());
    }
    IntroduceResponse.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, IntroduceResponse.codec(), opts);
    }
    IntroduceResponse.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, IntroduceResponse.codec(), opts);
    }
    IntroduceResponse.stream = stream;
})(IntroduceResponse || (IntroduceResponse = {}));
export var LogoutRequest;
(function (LogoutRequest) {
    let _codec;
    LogoutRequest.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {};
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            }, function* (reader, length, prefix, opts = {}) {
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, LogoutRequest.codec());
    }
    LogoutRequest.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, LogoutRequest.codec(), opts);
    }
    LogoutRequest.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, LogoutRequest.codec(), opts);
    }
    LogoutRequest.stream = stream;
})(LogoutRequest || (LogoutRequest = {}));
export var LogoutResponse;
(function (LogoutResponse) {
    let _codec;
    LogoutResponse.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {};
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            }, function* (reader, length, prefix, opts = {}) {
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, LogoutResponse.codec());
    }
    LogoutResponse.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, LogoutResponse.codec(), opts);
    }
    LogoutResponse.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, LogoutResponse.codec(), opts);
    }
    LogoutResponse.stream = stream;
})(LogoutResponse || (LogoutResponse = {}));
export var LookupRequest;
(function (LookupRequest) {
    let _codec;
    LookupRequest.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                obj = { ...obj };
                if (obj.account != null) {
                    obj.name = undefined;
                }
                if (obj.name != null) {
                    obj.account = undefined;
                }
                if (obj.name != null) {
                    w.uint32(10);
                    w.string(obj.name);
                }
                if (obj.account != null) {
                    w.uint32(18);
                    w.bytes(obj.account);
                }
                if (obj.kept != null) {
                    w.uint32(242);
                    LogKept.codec().encode(obj.kept, w);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {};
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.name = reader.string();
                            break;
                        }
                        case 2: {
                            obj.account = reader.bytes();
                            break;
                        }
                        case 30: {
                            obj.kept = LogKept.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.kept
                            });
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                if (obj.account != null) {
                    delete obj.name;
                }
                if (obj.name != null) {
                    delete obj.account;
                }
                return obj;
            }, function* (reader, length, prefix, opts = {}) {
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            yield {
                                field: `${prefix}.name`,
                                value: reader.string()
                            };
                            break;
                        }
                        case 2: {
                            yield {
                                field: `${prefix}.account`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        case 30: {
                            yield* LogKept.codec().stream(reader, reader.uint32(), `${prefix}.kept`, {
                                limits: opts.limits?.kept
                            });
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, LookupRequest.codec());
    }
    LookupRequest.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, LookupRequest.codec(), opts);
    }
    LookupRequest.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, LookupRequest.codec(), opts);
    }
    LookupRequest.stream = stream;
})(LookupRequest || (LookupRequest = {}));
export var LookupResponse;
(function (LookupResponse) {
    let _codec;
    LookupResponse.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.account != null && obj.account.byteLength > 0)) {
                    w.uint32(10);
                    w.bytes(obj.account);
                }
                if (obj.statements != null && obj.statements.length > 0) {
                    for (const value of obj.statements) {
                        w.uint32(18);
                        Signed.codec().encode(value, w);
                    }
                }
                if (obj.certificate != null) {
                    w.uint32(26);
                    Signed.codec().encode(obj.certificate, w);
                }
                if ((obj.proof != null && obj.proof.byteLength > 0)) {
                    w.uint32(242);
                    w.bytes(obj.proof);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    account: uint8ArrayAlloc(0),
                    statements: [],
                    proof: uint8ArrayAlloc(0)
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.account = reader.bytes();
                            break;
                        }
                        case 2: {
                            if (opts.limits?.statements != null && obj.statements.length === opts.limits.statements) {
                                throw new MaxLengthError('Decode error - repeated field "statements" had too many elements');
                            }
                            obj.statements.push(Signed.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.statements$
                            }));
                            break;
                        }
                        case 3: {
                            obj.certificate = Signed.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.certificate
                            });
                            break;
                        }
                        case 30: {
                            obj.proof = reader.bytes();
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            }, function* (reader, length, prefix, opts = {}) {
                const obj = {
                    statements: 0
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            yield {
                                field: `${prefix}.account`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        case 2: {
                            if (opts.limits?.statements != null && obj.statements === opts.limits.statements) {
                                throw new MaxLengthError('Streaming decode error - repeated field "statements" had too many elements');
                            }
                            for (const evt of Signed.codec().stream(reader, reader.uint32(), `${prefix}.statements[]`, {
                                limits: opts.limits?.statements$
                            })) {
                                yield {
                                    ...evt,
                                    index: obj.statements
                                };
                            }
                            obj.statements++;
                            break;
                        }
                        case 3: {
                            yield* Signed.codec().stream(reader, reader.uint32(), `${prefix}.certificate`, {
                                limits: opts.limits?.certificate
                            });
                            break;
                        }
                        case 30: {
                            yield {
                                field: `${prefix}.proof`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, LookupResponse.codec());
    }
    LookupResponse.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, LookupResponse.codec(), opts);
    }
    LookupResponse.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, LookupResponse.codec(), opts);
    }
    LookupResponse.stream = stream;
})(LookupResponse || (LookupResponse = {}));
export var LogKept;
(function (LogKept) {
    let _codec;
    LogKept.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.log != null && obj.log.byteLength > 0)) {
                    w.uint32(10);
                    w.bytes(obj.log);
                }
                if ((obj.size != null && obj.size !== 0n)) {
                    w.uint32(16);
                    writeUint64(w, obj.size);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    log: uint8ArrayAlloc(0),
                    size: 0n
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.log = reader.bytes();
                            break;
                        }
                        case 2: {
                            obj.size = reader.uint64();
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            }, function* (reader, length, prefix, opts = {}) {
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            yield {
                                field: `${prefix}.log`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        case 2: {
                            yield {
                                field: `${prefix}.size`,
                                value: reader.uint64()
                            };
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, LogKept.codec());
    }
    LogKept.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, LogKept.codec(), opts);
    }
    LogKept.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, LogKept.codec(), opts);
    }
    LogKept.stream = stream;
})(LogKept || (LogKept = {}));
export var LogHeadRequest;
(function (LogHeadRequest) {
    let _codec;
    LogHeadRequest.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if (obj.kept != null) {
                    w.uint32(10);
                    LogKept.codec().encode(obj.kept, w);
                }
                if (obj.head != null) {
                    w.uint32(18);
                    Signed.codec().encode(obj.head, w);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {};
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.kept = LogKept.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.kept
                            });
                            break;
                        }
                        case 2: {
                            obj.head = Signed.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.head
                            });
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            }, function* (reader, length, prefix, opts = {}) {
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            yield* LogKept.codec().stream(reader, reader.uint32(), `${prefix}.kept`, {
                                limits: opts.limits?.kept
                            });
                            break;
                        }
                        case 2: {
                            yield* Signed.codec().stream(reader, reader.uint32(), `${prefix}.head`, {
                                limits: opts.limits?.head
                            });
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, LogHeadRequest.codec());
    }
    LogHeadRequest.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, LogHeadRequest.codec(), opts);
    }
    LogHeadRequest.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, LogHeadRequest.codec(), opts);
    }
    LogHeadRequest.stream = stream;
})(LogHeadRequest || (LogHeadRequest = {}));
export var LogHeadResponse;
(function (LogHeadResponse) {
    let _codec;
    LogHeadResponse.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.proof != null && obj.proof.byteLength > 0)) {
                    w.uint32(10);
                    w.bytes(obj.proof);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    proof: uint8ArrayAlloc(0)
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.proof = reader.bytes();
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            }, function* (reader, length, prefix, opts = {}) {
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            yield {
                                field: `${prefix}.proof`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, LogHeadResponse.codec());
    }
    LogHeadResponse.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, LogHeadResponse.codec(), opts);
    }
    LogHeadResponse.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, LogHeadResponse.codec(), opts);
    }
    LogHeadResponse.stream = stream;
})(LogHeadResponse || (LogHeadResponse = {}));
export var LogProveRequest;
(function (LogProveRequest) {
    let _codec;
    LogProveRequest.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if (obj.kept != null) {
                    w.uint32(10);
                    LogKept.codec().encode(obj.kept, w);
                }
                if ((obj.key != null && obj.key.byteLength > 0)) {
                    w.uint32(18);
                    w.bytes(obj.key);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    key: uint8ArrayAlloc(0)
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.kept = LogKept.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.kept
                            });
                            break;
                        }
                        case 2: {
                            obj.key = reader.bytes();
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            }, function* (reader, length, prefix, opts = {}) {
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            yield* LogKept.codec().stream(reader, reader.uint32(), `${prefix}.kept`, {
                                limits: opts.limits?.kept
                            });
                            break;
                        }
                        case 2: {
                            yield {
                                field: `${prefix}.key`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, LogProveRequest.codec());
    }
    LogProveRequest.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, LogProveRequest.codec(), opts);
    }
    LogProveRequest.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, LogProveRequest.codec(), opts);
    }
    LogProveRequest.stream = stream;
})(LogProveRequest || (LogProveRequest = {}));
export var LogProveResponse;
(function (LogProveResponse) {
    let _codec;
    LogProveResponse.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.proof != null && obj.proof.byteLength > 0)) {
                    w.uint32(10);
                    w.bytes(obj.proof);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    proof: uint8ArrayAlloc(0)
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.proof = reader.bytes();
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            }, function* (reader, length, prefix, opts = {}) {
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            yield {
                                field: `${prefix}.proof`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, LogProveResponse.codec());
    }
    LogProveResponse.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, LogProveResponse.codec(), opts);
    }
    LogProveResponse.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, LogProveResponse.codec(), opts);
    }
    LogProveResponse.stream = stream;
})(LogProveResponse || (LogProveResponse = {}));
export var LogBetweenRequest;
(function (LogBetweenRequest) {
    let _codec;
    LogBetweenRequest.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.log != null && obj.log.byteLength > 0)) {
                    w.uint32(10);
                    w.bytes(obj.log);
                }
                if ((obj.smaller != null && obj.smaller !== 0n)) {
                    w.uint32(16);
                    writeUint64(w, obj.smaller);
                }
                if ((obj.greater != null && obj.greater !== 0n)) {
                    w.uint32(24);
                    writeUint64(w, obj.greater);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    log: uint8ArrayAlloc(0),
                    smaller: 0n,
                    greater: 0n
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.log = reader.bytes();
                            break;
                        }
                        case 2: {
                            obj.smaller = reader.uint64();
                            break;
                        }
                        case 3: {
                            obj.greater = reader.uint64();
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            }, function* (reader, length, prefix, opts = {}) {
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            yield {
                                field: `${prefix}.log`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        case 2: {
                            yield {
                                field: `${prefix}.smaller`,
                                value: reader.uint64()
                            };
                            break;
                        }
                        case 3: {
                            yield {
                                field: `${prefix}.greater`,
                                value: reader.uint64()
                            };
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, LogBetweenRequest.codec());
    }
    LogBetweenRequest.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, LogBetweenRequest.codec(), opts);
    }
    LogBetweenRequest.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, LogBetweenRequest.codec(), opts);
    }
    LogBetweenRequest.stream = stream;
})(LogBetweenRequest || (LogBetweenRequest = {}));
export var LogBetweenResponse;
(function (LogBetweenResponse) {
    let _codec;
    LogBetweenResponse.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.hashes != null && obj.hashes.byteLength > 0)) {
                    w.uint32(10);
                    w.bytes(obj.hashes);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    hashes: uint8ArrayAlloc(0)
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.hashes = reader.bytes();
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            }, function* (reader, length, prefix, opts = {}) {
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            yield {
                                field: `${prefix}.hashes`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, LogBetweenResponse.codec());
    }
    LogBetweenResponse.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, LogBetweenResponse.codec(), opts);
    }
    LogBetweenResponse.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, LogBetweenResponse.codec(), opts);
    }
    LogBetweenResponse.stream = stream;
})(LogBetweenResponse || (LogBetweenResponse = {}));
export var PublishPrekeysRequest;
(function (PublishPrekeysRequest) {
    let _codec;
    PublishPrekeysRequest.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if (obj.bundle != null) {
                    w.uint32(10);
                    Signed.codec().encode(obj.bundle, w);
                }
                if (obj.oneTime != null && obj.oneTime.length > 0) {
                    for (const value of obj.oneTime) {
                        w.uint32(18);
                        w.bytes(value);
                    }
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    oneTime: []
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.bundle = Signed.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.bundle
                            });
                            break;
                        }
                        case 2: {
                            if (opts.limits?.oneTime != null && obj.oneTime.length === opts.limits.oneTime) {
                                throw new MaxLengthError('Decode error - repeated field "oneTime" had too many elements');
                            }
                            obj.oneTime.push(reader.bytes());
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            }, function* (reader, length, prefix, opts = {}) {
                const obj = {
                    oneTime: 0
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            yield* Signed.codec().stream(reader, reader.uint32(), `${prefix}.bundle`, {
                                limits: opts.limits?.bundle
                            });
                            break;
                        }
                        case 2: {
                            if (opts.limits?.oneTime != null && obj.oneTime === opts.limits.oneTime) {
                                throw new MaxLengthError('Streaming decode error - repeated field "oneTime" had too many elements');
                            }
                            yield {
                                field: `${prefix}.oneTime[]`,
                                index: obj.oneTime,
                                value: reader.bytes()
                            };
                            obj.oneTime++;
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, PublishPrekeysRequest.codec());
    }
    PublishPrekeysRequest.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, PublishPrekeysRequest.codec(), opts);
    }
    PublishPrekeysRequest.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, PublishPrekeysRequest.codec(), opts);
    }
    PublishPrekeysRequest.stream = stream;
})(PublishPrekeysRequest || (PublishPrekeysRequest = {}));
export var PublishPrekeysResponse;
(function (PublishPrekeysResponse) {
    let _codec;
    PublishPrekeysResponse.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {};
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            }, function* (reader, length, prefix, opts = {}) {
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, PublishPrekeysResponse.codec());
    }
    PublishPrekeysResponse.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, PublishPrekeysResponse.codec(), opts);
    }
    PublishPrekeysResponse.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, PublishPrekeysResponse.codec(), opts);
    }
    PublishPrekeysResponse.stream = stream;
})(PublishPrekeysResponse || (PublishPrekeysResponse = {}));
export var FetchPrekeysRequest;
(function (FetchPrekeysRequest) {
    let _codec;
    FetchPrekeysRequest.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.account != null && obj.account.byteLength > 0)) {
                    w.uint32(10);
                    w.bytes(obj.account);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    account: uint8ArrayAlloc(0)
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.account = reader.bytes();
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            }, function* (reader, length, prefix, opts = {}) {
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            yield {
                                field: `${prefix}.account`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, FetchPrekeysRequest.codec());
    }
    FetchPrekeysRequest.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, FetchPrekeysRequest.codec(), opts);
    }
    FetchPrekeysRequest.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, FetchPrekeysRequest.codec(), opts);
    }
    FetchPrekeysRequest.stream = stream;
})(FetchPrekeysRequest || (FetchPrekeysRequest = {}));
export var FetchPrekeysResponse;
(function (FetchPrekeysResponse) {
    let _codec;
    FetchPrekeysResponse.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if (obj.bundle != null) {
                    w.uint32(10);
                    Signed.codec().encode(obj.bundle, w);
                }
                if ((obj.oneTime != null && obj.oneTime.byteLength > 0)) {
                    w.uint32(18);
                    w.bytes(obj.oneTime);
                }
                if (obj.certificate != null) {
                    w.uint32(26);
                    Signed.codec().encode(obj.certificate, w);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    oneTime: uint8ArrayAlloc(0)
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.bundle = Signed.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.bundle
                            });
                            break;
                        }
                        case 2: {
                            obj.oneTime = reader.bytes();
                            break;
                        }
                        case 3: {
                            obj.certificate = Signed.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.certificate
                            });
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            }, function* (reader, length, prefix, opts = {}) {
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            yield* Signed.codec().stream(reader, reader.uint32(), `${prefix}.bundle`, {
                                limits: opts.limits?.bundle
                            });
                            break;
                        }
                        case 2: {
                            yield {
                                field: `${prefix}.oneTime`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        case 3: {
                            yield* Signed.codec().stream(reader, reader.uint32(), `${prefix}.certificate`, {
                                limits: opts.limits?.certificate
                            });
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, FetchPrekeysResponse.codec());
    }
    FetchPrekeysResponse.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, FetchPrekeysResponse.codec(), opts);
    }
    FetchPrekeysResponse.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, FetchPrekeysResponse.codec(), opts);
    }
    FetchPrekeysResponse.stream = stream;
})(FetchPrekeysResponse || (FetchPrekeysResponse = {}));
export var PublishAddressRequest;
(function (PublishAddressRequest) {
    let _codec;
    PublishAddressRequest.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if (obj.record != null) {
                    w.uint32(10);
                    Signed.codec().encode(obj.record, w);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {};
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.record = Signed.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.record
                            });
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            }, function* (reader, length, prefix, opts = {}) {
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            yield* Signed.codec().stream(reader, reader.uint32(), `${prefix}.record`, {
                                limits: opts.limits?.record
                            });
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, PublishAddressRequest.codec());
    }
    PublishAddressRequest.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, PublishAddressRequest.codec(), opts);
    }
    PublishAddressRequest.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, PublishAddressRequest.codec(), opts);
    }
    PublishAddressRequest.stream = stream;
})(PublishAddressRequest || (PublishAddressRequest = {}));
export var PublishAddressResponse;
(function (PublishAddressResponse) {
    let _codec;
    PublishAddressResponse.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {};
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            }, function* (reader, length, prefix, opts = {}) {
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, PublishAddressResponse.codec());
    }
    PublishAddressResponse.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, PublishAddressResponse.codec(), opts);
    }
    PublishAddressResponse.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, PublishAddressResponse.codec(), opts);
    }
    PublishAddressResponse.stream = stream;
})(PublishAddressResponse || (PublishAddressResponse = {}));
export var FetchAddressRequest;
(function (FetchAddressRequest) {
    let _codec;
    FetchAddressRequest.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.account != null && obj.account.byteLength > 0)) {
                    w.uint32(10);
                    w.bytes(obj.account);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    account: uint8ArrayAlloc(0)
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.account = reader.bytes();
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            }, function* (reader, length, prefix, opts = {}) {
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            yield {
                                field: `${prefix}.account`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, FetchAddressRequest.codec());
    }
    FetchAddressRequest.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, FetchAddressRequest.codec(), opts);
    }
    FetchAddressRequest.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, FetchAddressRequest.codec(), opts);
    }
    FetchAddressRequest.stream = stream;
})(FetchAddressRequest || (FetchAddressRequest = {}));
export var FetchAddressResponse;
(function (FetchAddressResponse) {
    let _codec;
    FetchAddressResponse.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if (obj.record != null) {
                    w.uint32(10);
                    Signed.codec().encode(obj.record, w);
                }
                if (obj.certificate != null) {
                    w.uint32(18);
                    Signed.codec().encode(obj.certificate, w);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {};
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.record = Signed.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.record
                            });
                            break;
                        }
                        case 2: {
                            obj.certificate = Signed.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.certificate
                            });
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            }, function* (reader, length, prefix, opts = {}) {
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            yield* Signed.codec().stream(reader, reader.uint32(), `${prefix}.record`, {
                                limits: opts.limits?.record
                            });
                            break;
                        }
                        case 2: {
                            yield* Signed.codec().stream(reader, reader.uint32(), `${prefix}.certificate`, {
                                limits: opts.limits?.certificate
                            });
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, FetchAddressResponse.codec());
    }
    FetchAddressResponse.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, FetchAddressResponse.codec(), opts);
    }
    FetchAddressResponse.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, FetchAddressResponse.codec(), opts);
    }
    FetchAddressResponse.stream = stream;
})(FetchAddressResponse || (FetchAddressResponse = {}));
export var SendFriendRequestRequest;
(function (SendFriendRequestRequest) {
    let _codec;
    SendFriendRequestRequest.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.to != null && obj.to.byteLength > 0)) {
                    w.uint32(10);
                    w.bytes(obj.to);
                }
                if ((obj.sealed != null && obj.sealed.byteLength > 0)) {
                    w.uint32(18);
                    w.bytes(obj.sealed);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    to: uint8ArrayAlloc(0),
                    sealed: uint8ArrayAlloc(0)
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.to = reader.bytes();
                            break;
                        }
                        case 2: {
                            obj.sealed = reader.bytes();
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            }, function* (reader, length, prefix, opts = {}) {
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            yield {
                                field: `${prefix}.to`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        case 2: {
                            yield {
                                field: `${prefix}.sealed`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, SendFriendRequestRequest.codec());
    }
    SendFriendRequestRequest.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, SendFriendRequestRequest.codec(), opts);
    }
    SendFriendRequestRequest.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, SendFriendRequestRequest.codec(), opts);
    }
    SendFriendRequestRequest.stream = stream;
})(SendFriendRequestRequest || (SendFriendRequestRequest = {}));
export var SendFriendRequestResponse;
(function (SendFriendRequestResponse) {
    let _codec;
    SendFriendRequestResponse.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {};
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            }, function* (reader, length, prefix, opts = {}) {
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, SendFriendRequestResponse.codec());
    }
    SendFriendRequestResponse.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, SendFriendRequestResponse.codec(), opts);
    }
    SendFriendRequestResponse.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, SendFriendRequestResponse.codec(), opts);
    }
    SendFriendRequestResponse.stream = stream;
})(SendFriendRequestResponse || (SendFriendRequestResponse = {}));
export var ListFriendRequestsRequest;
(function (ListFriendRequestsRequest) {
    let _codec;
    ListFriendRequestsRequest.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {};
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            }, function* (reader, length, prefix, opts = {}) {
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, ListFriendRequestsRequest.codec());
    }
    ListFriendRequestsRequest.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, ListFriendRequestsRequest.codec(), opts);
    }
    ListFriendRequestsRequest.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, ListFriendRequestsRequest.codec(), opts);
    }
    ListFriendRequestsRequest.stream = stream;
})(ListFriendRequestsRequest || (ListFriendRequestsRequest = {}));
export var ListFriendRequestsResponse;
(function (ListFriendRequestsResponse) {
    let _codec;
    ListFriendRequestsResponse.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if (obj.requests != null && obj.requests.length > 0) {
                    for (const value of obj.requests) {
                        w.uint32(10);
                        WaitingFriendRequest.codec().encode(value, w);
                    }
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    requests: []
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            if (opts.limits?.requests != null && obj.requests.length === opts.limits.requests) {
                                throw new MaxLengthError('Decode error - repeated field "requests" had too many elements');
                            }
                            obj.requests.push(WaitingFriendRequest.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.requests$
                            }));
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            }, function* (reader, length, prefix, opts = {}) {
                const obj = {
                    requests: 0
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            if (opts.limits?.requests != null && obj.requests === opts.limits.requests) {
                                throw new MaxLengthError('Streaming decode error - repeated field "requests" had too many elements');
                            }
                            for (const evt of WaitingFriendRequest.codec().stream(reader, reader.uint32(), `${prefix}.requests[]`, {
                                limits: opts.limits?.requests$
                            })) {
                                yield {
                                    ...evt,
                                    index: obj.requests
                                };
                            }
                            obj.requests++;
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, ListFriendRequestsResponse.codec());
    }
    ListFriendRequestsResponse.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, ListFriendRequestsResponse.codec(), opts);
    }
    ListFriendRequestsResponse.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, ListFriendRequestsResponse.codec(), opts);
    }
    ListFriendRequestsResponse.stream = stream;
})(ListFriendRequestsResponse || (ListFriendRequestsResponse = {}));
export var WaitingFriendRequest;
(function (WaitingFriendRequest) {
    let _codec;
    WaitingFriendRequest.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.from != null && obj.from.byteLength > 0)) {
                    w.uint32(10);
                    w.bytes(obj.from);
                }
                if ((obj.sealed != null && obj.sealed.byteLength > 0)) {
                    w.uint32(18);
                    w.bytes(obj.sealed);
                }
                if ((obj.receivedAt != null && obj.receivedAt !== 0n)) {
                    w.uint32(24);
                    writeUint64(w, obj.receivedAt);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    from: uint8ArrayAlloc(0),
                    sealed: uint8ArrayAlloc(0),
                    receivedAt: 0n
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.from = reader.bytes();
                            break;
                        }
                        case 2: {
                            obj.sealed = reader.bytes();
                            break;
                        }
                        case 3: {
                            obj.receivedAt = reader.uint64();
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            }, function* (reader, length, prefix, opts = {}) {
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            yield {
                                field: `${prefix}.from`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        case 2: {
                            yield {
                                field: `${prefix}.sealed`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        case 3: {
                            yield {
                                field: `${prefix}.receivedAt`,
                                value: reader.uint64()
                            };
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, WaitingFriendRequest.codec());
    }
    WaitingFriendRequest.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, WaitingFriendRequest.codec(), opts);
    }
    WaitingFriendRequest.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, WaitingFriendRequest.codec(), opts);
    }
    WaitingFriendRequest.stream = stream;
})(WaitingFriendRequest || (WaitingFriendRequest = {}));
export var AnswerFriendRequestRequest;
(function (AnswerFriendRequestRequest) {
    let _codec;
    AnswerFriendRequestRequest.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.from != null && obj.from.byteLength > 0)) {
                    w.uint32(10);
                    w.bytes(obj.from);
                }
                if ((obj.outcome != null && obj.outcome !== 0)) {
                    w.uint32(16);
                    w.uint32(obj.outcome);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    from: uint8ArrayAlloc(0),
                    outcome: 0
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.from = reader.bytes();
                            break;
                        }
                        case 2: {
                            obj.outcome = reader.uint32();
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            }, function* (reader, length, prefix, opts = {}) {
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            yield {
                                field: `${prefix}.from`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        case 2: {
                            yield {
                                field: `${prefix}.outcome`,
                                value: reader.uint32()
                            };
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, AnswerFriendRequestRequest.codec());
    }
    AnswerFriendRequestRequest.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, AnswerFriendRequestRequest.codec(), opts);
    }
    AnswerFriendRequestRequest.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, AnswerFriendRequestRequest.codec(), opts);
    }
    AnswerFriendRequestRequest.stream = stream;
})(AnswerFriendRequestRequest || (AnswerFriendRequestRequest = {}));
export var AnswerFriendRequestResponse;
(function (AnswerFriendRequestResponse) {
    let _codec;
    AnswerFriendRequestResponse.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {};
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            }, function* (reader, length, prefix, opts = {}) {
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, AnswerFriendRequestResponse.codec());
    }
    AnswerFriendRequestResponse.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, AnswerFriendRequestResponse.codec(), opts);
    }
    AnswerFriendRequestResponse.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, AnswerFriendRequestResponse.codec(), opts);
    }
    AnswerFriendRequestResponse.stream = stream;
})(AnswerFriendRequestResponse || (AnswerFriendRequestResponse = {}));
export var PutGrantRequest;
(function (PutGrantRequest) {
    let _codec;
    PutGrantRequest.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if (obj.grant != null) {
                    w.uint32(10);
                    Signed.codec().encode(obj.grant, w);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {};
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.grant = Signed.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.grant
                            });
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            }, function* (reader, length, prefix, opts = {}) {
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            yield* Signed.codec().stream(reader, reader.uint32(), `${prefix}.grant`, {
                                limits: opts.limits?.grant
                            });
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, PutGrantRequest.codec());
    }
    PutGrantRequest.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, PutGrantRequest.codec(), opts);
    }
    PutGrantRequest.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, PutGrantRequest.codec(), opts);
    }
    PutGrantRequest.stream = stream;
})(PutGrantRequest || (PutGrantRequest = {}));
export var PutGrantResponse;
(function (PutGrantResponse) {
    let _codec;
    PutGrantResponse.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {};
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            }, function* (reader, length, prefix, opts = {}) {
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, PutGrantResponse.codec());
    }
    PutGrantResponse.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, PutGrantResponse.codec(), opts);
    }
    PutGrantResponse.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, PutGrantResponse.codec(), opts);
    }
    PutGrantResponse.stream = stream;
})(PutGrantResponse || (PutGrantResponse = {}));
export var RevokeGrantRequest;
(function (RevokeGrantRequest) {
    let _codec;
    RevokeGrantRequest.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if (obj.revocation != null) {
                    w.uint32(10);
                    Signed.codec().encode(obj.revocation, w);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {};
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.revocation = Signed.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.revocation
                            });
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            }, function* (reader, length, prefix, opts = {}) {
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            yield* Signed.codec().stream(reader, reader.uint32(), `${prefix}.revocation`, {
                                limits: opts.limits?.revocation
                            });
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, RevokeGrantRequest.codec());
    }
    RevokeGrantRequest.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, RevokeGrantRequest.codec(), opts);
    }
    RevokeGrantRequest.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, RevokeGrantRequest.codec(), opts);
    }
    RevokeGrantRequest.stream = stream;
})(RevokeGrantRequest || (RevokeGrantRequest = {}));
export var RevokeGrantResponse;
(function (RevokeGrantResponse) {
    let _codec;
    RevokeGrantResponse.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {};
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            }, function* (reader, length, prefix, opts = {}) {
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, RevokeGrantResponse.codec());
    }
    RevokeGrantResponse.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, RevokeGrantResponse.codec(), opts);
    }
    RevokeGrantResponse.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, RevokeGrantResponse.codec(), opts);
    }
    RevokeGrantResponse.stream = stream;
})(RevokeGrantResponse || (RevokeGrantResponse = {}));
export var DepositRequest;
(function (DepositRequest) {
    let _codec;
    DepositRequest.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.owner != null && obj.owner.byteLength > 0)) {
                    w.uint32(10);
                    w.bytes(obj.owner);
                }
                if ((obj.envelope != null && obj.envelope.byteLength > 0)) {
                    w.uint32(18);
                    w.bytes(obj.envelope);
                }
                if (obj.grant != null) {
                    w.uint32(26);
                    Signed.codec().encode(obj.grant, w);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    owner: uint8ArrayAlloc(0),
                    envelope: uint8ArrayAlloc(0)
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.owner = reader.bytes();
                            break;
                        }
                        case 2: {
                            obj.envelope = reader.bytes();
                            break;
                        }
                        case 3: {
                            obj.grant = Signed.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.grant
                            });
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            }, function* (reader, length, prefix, opts = {}) {
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            yield {
                                field: `${prefix}.owner`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        case 2: {
                            yield {
                                field: `${prefix}.envelope`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        case 3: {
                            yield* Signed.codec().stream(reader, reader.uint32(), `${prefix}.grant`, {
                                limits: opts.limits?.grant
                            });
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, DepositRequest.codec());
    }
    DepositRequest.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, DepositRequest.codec(), opts);
    }
    DepositRequest.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, DepositRequest.codec(), opts);
    }
    DepositRequest.stream = stream;
})(DepositRequest || (DepositRequest = {}));
export var DepositResponse;
(function (DepositResponse) {
    let _codec;
    DepositResponse.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if (obj.receipt != null) {
                    w.uint32(10);
                    Signed.codec().encode(obj.receipt, w);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {};
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.receipt = Signed.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.receipt
                            });
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            }, function* (reader, length, prefix, opts = {}) {
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            yield* Signed.codec().stream(reader, reader.uint32(), `${prefix}.receipt`, {
                                limits: opts.limits?.receipt
                            });
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, DepositResponse.codec());
    }
    DepositResponse.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, DepositResponse.codec(), opts);
    }
    DepositResponse.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, DepositResponse.codec(), opts);
    }
    DepositResponse.stream = stream;
})(DepositResponse || (DepositResponse = {}));
export var DrainRequest;
(function (DrainRequest) {
    let _codec;
    DrainRequest.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.after != null && obj.after !== 0n)) {
                    w.uint32(8);
                    writeUint64(w, obj.after);
                }
                if ((obj.limit != null && obj.limit !== 0)) {
                    w.uint32(16);
                    w.uint32(obj.limit);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    after: 0n,
                    limit: 0
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.after = reader.uint64();
                            break;
                        }
                        case 2: {
                            obj.limit = reader.uint32();
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            }, function* (reader, length, prefix, opts = {}) {
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            yield {
                                field: `${prefix}.after`,
                                value: reader.uint64()
                            };
                            break;
                        }
                        case 2: {
                            yield {
                                field: `${prefix}.limit`,
                                value: reader.uint32()
                            };
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, DrainRequest.codec());
    }
    DrainRequest.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, DrainRequest.codec(), opts);
    }
    DrainRequest.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, DrainRequest.codec(), opts);
    }
    DrainRequest.stream = stream;
})(DrainRequest || (DrainRequest = {}));
export var DrainResponse;
(function (DrainResponse) {
    let _codec;
    DrainResponse.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if (obj.mail != null && obj.mail.length > 0) {
                    for (const value of obj.mail) {
                        w.uint32(10);
                        Mail.codec().encode(value, w);
                    }
                }
                if ((obj.more != null && obj.more !== false)) {
                    w.uint32(16);
                    w.bool(obj.more);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    mail: [],
                    more: false
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            if (opts.limits?.mail != null && obj.mail.length === opts.limits.mail) {
                                throw new MaxLengthError('Decode error - repeated field "mail" had too many elements');
                            }
                            obj.mail.push(Mail.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.mail$
                            }));
                            break;
                        }
                        case 2: {
                            obj.more = reader.bool();
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            }, function* (reader, length, prefix, opts = {}) {
                const obj = {
                    mail: 0
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            if (opts.limits?.mail != null && obj.mail === opts.limits.mail) {
                                throw new MaxLengthError('Streaming decode error - repeated field "mail" had too many elements');
                            }
                            for (const evt of Mail.codec().stream(reader, reader.uint32(), `${prefix}.mail[]`, {
                                limits: opts.limits?.mail$
                            })) {
                                yield {
                                    ...evt,
                                    index: obj.mail
                                };
                            }
                            obj.mail++;
                            break;
                        }
                        case 2: {
                            yield {
                                field: `${prefix}.more`,
                                value: reader.bool()
                            };
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, DrainResponse.codec());
    }
    DrainResponse.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, DrainResponse.codec(), opts);
    }
    DrainResponse.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, DrainResponse.codec(), opts);
    }
    DrainResponse.stream = stream;
})(DrainResponse || (DrainResponse = {}));
export var Mail;
(function (Mail) {
    let _codec;
    Mail.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.sequence != null && obj.sequence !== 0n)) {
                    w.uint32(8);
                    writeUint64(w, obj.sequence);
                }
                if ((obj.depositor != null && obj.depositor.byteLength > 0)) {
                    w.uint32(18);
                    w.bytes(obj.depositor);
                }
                if ((obj.envelope != null && obj.envelope.byteLength > 0)) {
                    w.uint32(26);
                    w.bytes(obj.envelope);
                }
                if ((obj.storedAt != null && obj.storedAt !== 0n)) {
                    w.uint32(32);
                    writeUint64(w, obj.storedAt);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    sequence: 0n,
                    depositor: uint8ArrayAlloc(0),
                    envelope: uint8ArrayAlloc(0),
                    storedAt: 0n
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.sequence = reader.uint64();
                            break;
                        }
                        case 2: {
                            obj.depositor = reader.bytes();
                            break;
                        }
                        case 3: {
                            obj.envelope = reader.bytes();
                            break;
                        }
                        case 4: {
                            obj.storedAt = reader.uint64();
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            }, function* (reader, length, prefix, opts = {}) {
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            yield {
                                field: `${prefix}.sequence`,
                                value: reader.uint64()
                            };
                            break;
                        }
                        case 2: {
                            yield {
                                field: `${prefix}.depositor`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        case 3: {
                            yield {
                                field: `${prefix}.envelope`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        case 4: {
                            yield {
                                field: `${prefix}.storedAt`,
                                value: reader.uint64()
                            };
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, Mail.codec());
    }
    Mail.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, Mail.codec(), opts);
    }
    Mail.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, Mail.codec(), opts);
    }
    Mail.stream = stream;
})(Mail || (Mail = {}));
export var AcknowledgeRequest;
(function (AcknowledgeRequest) {
    let _codec;
    AcknowledgeRequest.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.upTo != null && obj.upTo !== 0n)) {
                    w.uint32(8);
                    writeUint64(w, obj.upTo);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    upTo: 0n
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.upTo = reader.uint64();
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            }, function* (reader, length, prefix, opts = {}) {
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            yield {
                                field: `${prefix}.upTo`,
                                value: reader.uint64()
                            };
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, AcknowledgeRequest.codec());
    }
    AcknowledgeRequest.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, AcknowledgeRequest.codec(), opts);
    }
    AcknowledgeRequest.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, AcknowledgeRequest.codec(), opts);
    }
    AcknowledgeRequest.stream = stream;
})(AcknowledgeRequest || (AcknowledgeRequest = {}));
export var AcknowledgeResponse;
(function (AcknowledgeResponse) {
    let _codec;
    AcknowledgeResponse.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {};
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            }, function* (reader, length, prefix, opts = {}) {
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, AcknowledgeResponse.codec());
    }
    AcknowledgeResponse.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, AcknowledgeResponse.codec(), opts);
    }
    AcknowledgeResponse.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, AcknowledgeResponse.codec(), opts);
    }
    AcknowledgeResponse.stream = stream;
})(AcknowledgeResponse || (AcknowledgeResponse = {}));
export var SetBlockRequest;
(function (SetBlockRequest) {
    let _codec;
    SetBlockRequest.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.account != null && obj.account.byteLength > 0)) {
                    w.uint32(10);
                    w.bytes(obj.account);
                }
                if ((obj.blocked != null && obj.blocked !== false)) {
                    w.uint32(16);
                    w.bool(obj.blocked);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    account: uint8ArrayAlloc(0),
                    blocked: false
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.account = reader.bytes();
                            break;
                        }
                        case 2: {
                            obj.blocked = reader.bool();
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            }, function* (reader, length, prefix, opts = {}) {
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            yield {
                                field: `${prefix}.account`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        case 2: {
                            yield {
                                field: `${prefix}.blocked`,
                                value: reader.bool()
                            };
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, SetBlockRequest.codec());
    }
    SetBlockRequest.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, SetBlockRequest.codec(), opts);
    }
    SetBlockRequest.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, SetBlockRequest.codec(), opts);
    }
    SetBlockRequest.stream = stream;
})(SetBlockRequest || (SetBlockRequest = {}));
export var SetBlockResponse;
(function (SetBlockResponse) {
    let _codec;
    SetBlockResponse.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {};
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            }, function* (reader, length, prefix, opts = {}) {
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, SetBlockResponse.codec());
    }
    SetBlockResponse.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, SetBlockResponse.codec(), opts);
    }
    SetBlockResponse.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, SetBlockResponse.codec(), opts);
    }
    SetBlockResponse.stream = stream;
})(SetBlockResponse || (SetBlockResponse = {}));
export var CreateTokenRequest;
(function (CreateTokenRequest) {
    let _codec;
    CreateTokenRequest.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {};
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            }, function* (reader, length, prefix, opts = {}) {
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, CreateTokenRequest.codec());
    }
    CreateTokenRequest.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, CreateTokenRequest.codec(), opts);
    }
    CreateTokenRequest.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, CreateTokenRequest.codec(), opts);
    }
    CreateTokenRequest.stream = stream;
})(CreateTokenRequest || (CreateTokenRequest = {}));
export var CreateTokenResponse;
(function (CreateTokenResponse) {
    let _codec;
    CreateTokenResponse.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.token != null && obj.token.byteLength > 0)) {
                    w.uint32(10);
                    w.bytes(obj.token);
                }
                if ((obj.expiresAt != null && obj.expiresAt !== 0n)) {
                    w.uint32(16);
                    writeUint64(w, obj.expiresAt);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    token: uint8ArrayAlloc(0),
                    expiresAt: 0n
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.token = reader.bytes();
                            break;
                        }
                        case 2: {
                            obj.expiresAt = reader.uint64();
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            }, function* (reader, length, prefix, opts = {}) {
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            yield {
                                field: `${prefix}.token`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        case 2: {
                            yield {
                                field: `${prefix}.expiresAt`,
                                value: reader.uint64()
                            };
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, CreateTokenResponse.codec());
    }
    CreateTokenResponse.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, CreateTokenResponse.codec(), opts);
    }
    CreateTokenResponse.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, CreateTokenResponse.codec(), opts);
    }
    CreateTokenResponse.stream = stream;
})(CreateTokenResponse || (CreateTokenResponse = {}));
export var ListTokensRequest;
(function (ListTokensRequest) {
    let _codec;
    ListTokensRequest.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {};
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            }, function* (reader, length, prefix, opts = {}) {
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, ListTokensRequest.codec());
    }
    ListTokensRequest.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, ListTokensRequest.codec(), opts);
    }
    ListTokensRequest.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, ListTokensRequest.codec(), opts);
    }
    ListTokensRequest.stream = stream;
})(ListTokensRequest || (ListTokensRequest = {}));
export var ListTokensResponse;
(function (ListTokensResponse) {
    let _codec;
    ListTokensResponse.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if (obj.tokens != null && obj.tokens.length > 0) {
                    for (const value of obj.tokens) {
                        w.uint32(10);
                        OpenToken.codec().encode(value, w);
                    }
                }
                if ((obj.most != null && obj.most !== 0)) {
                    w.uint32(16);
                    w.uint32(obj.most);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    tokens: [],
                    most: 0
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            if (opts.limits?.tokens != null && obj.tokens.length === opts.limits.tokens) {
                                throw new MaxLengthError('Decode error - repeated field "tokens" had too many elements');
                            }
                            obj.tokens.push(OpenToken.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.tokens$
                            }));
                            break;
                        }
                        case 2: {
                            obj.most = reader.uint32();
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            }, function* (reader, length, prefix, opts = {}) {
                const obj = {
                    tokens: 0
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            if (opts.limits?.tokens != null && obj.tokens === opts.limits.tokens) {
                                throw new MaxLengthError('Streaming decode error - repeated field "tokens" had too many elements');
                            }
                            for (const evt of OpenToken.codec().stream(reader, reader.uint32(), `${prefix}.tokens[]`, {
                                limits: opts.limits?.tokens$
                            })) {
                                yield {
                                    ...evt,
                                    index: obj.tokens
                                };
                            }
                            obj.tokens++;
                            break;
                        }
                        case 2: {
                            yield {
                                field: `${prefix}.most`,
                                value: reader.uint32()
                            };
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, ListTokensResponse.codec());
    }
    ListTokensResponse.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, ListTokensResponse.codec(), opts);
    }
    ListTokensResponse.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, ListTokensResponse.codec(), opts);
    }
    ListTokensResponse.stream = stream;
})(ListTokensResponse || (ListTokensResponse = {}));
export var OpenToken;
(function (OpenToken) {
    let _codec;
    OpenToken.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.hash != null && obj.hash.byteLength > 0)) {
                    w.uint32(10);
                    w.bytes(obj.hash);
                }
                if ((obj.madeAt != null && obj.madeAt !== 0n)) {
                    w.uint32(16);
                    writeUint64(w, obj.madeAt);
                }
                if ((obj.expiresAt != null && obj.expiresAt !== 0n)) {
                    w.uint32(24);
                    writeUint64(w, obj.expiresAt);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    hash: uint8ArrayAlloc(0),
                    madeAt: 0n,
                    expiresAt: 0n
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.hash = reader.bytes();
                            break;
                        }
                        case 2: {
                            obj.madeAt = reader.uint64();
                            break;
                        }
                        case 3: {
                            obj.expiresAt = reader.uint64();
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            }, function* (reader, length, prefix, opts = {}) {
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            yield {
                                field: `${prefix}.hash`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        case 2: {
                            yield {
                                field: `${prefix}.madeAt`,
                                value: reader.uint64()
                            };
                            break;
                        }
                        case 3: {
                            yield {
                                field: `${prefix}.expiresAt`,
                                value: reader.uint64()
                            };
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, OpenToken.codec());
    }
    OpenToken.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, OpenToken.codec(), opts);
    }
    OpenToken.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, OpenToken.codec(), opts);
    }
    OpenToken.stream = stream;
})(OpenToken || (OpenToken = {}));
export var RevokeTokenRequest;
(function (RevokeTokenRequest) {
    let _codec;
    RevokeTokenRequest.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.hash != null && obj.hash.byteLength > 0)) {
                    w.uint32(10);
                    w.bytes(obj.hash);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    hash: uint8ArrayAlloc(0)
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.hash = reader.bytes();
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            }, function* (reader, length, prefix, opts = {}) {
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            yield {
                                field: `${prefix}.hash`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, RevokeTokenRequest.codec());
    }
    RevokeTokenRequest.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, RevokeTokenRequest.codec(), opts);
    }
    RevokeTokenRequest.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, RevokeTokenRequest.codec(), opts);
    }
    RevokeTokenRequest.stream = stream;
})(RevokeTokenRequest || (RevokeTokenRequest = {}));
export var RevokeTokenResponse;
(function (RevokeTokenResponse) {
    let _codec;
    RevokeTokenResponse.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {};
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            }, function* (reader, length, prefix, opts = {}) {
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, RevokeTokenResponse.codec());
    }
    RevokeTokenResponse.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, RevokeTokenResponse.codec(), opts);
    }
    RevokeTokenResponse.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, RevokeTokenResponse.codec(), opts);
    }
    RevokeTokenResponse.stream = stream;
})(RevokeTokenResponse || (RevokeTokenResponse = {}));
export var RenameRequest;
(function (RenameRequest) {
    let _codec;
    RenameRequest.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if (obj.statements != null && obj.statements.length > 0) {
                    for (const value of obj.statements) {
                        w.uint32(10);
                        Signed.codec().encode(value, w);
                    }
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    statements: []
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            if (opts.limits?.statements != null && obj.statements.length === opts.limits.statements) {
                                throw new MaxLengthError('Decode error - repeated field "statements" had too many elements');
                            }
                            obj.statements.push(Signed.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.statements$
                            }));
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            }, function* (reader, length, prefix, opts = {}) {
                const obj = {
                    statements: 0
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            if (opts.limits?.statements != null && obj.statements === opts.limits.statements) {
                                throw new MaxLengthError('Streaming decode error - repeated field "statements" had too many elements');
                            }
                            for (const evt of Signed.codec().stream(reader, reader.uint32(), `${prefix}.statements[]`, {
                                limits: opts.limits?.statements$
                            })) {
                                yield {
                                    ...evt,
                                    index: obj.statements
                                };
                            }
                            obj.statements++;
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, RenameRequest.codec());
    }
    RenameRequest.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, RenameRequest.codec(), opts);
    }
    RenameRequest.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, RenameRequest.codec(), opts);
    }
    RenameRequest.stream = stream;
})(RenameRequest || (RenameRequest = {}));
export var RenameResponse;
(function (RenameResponse) {
    let _codec;
    RenameResponse.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {};
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            }, function* (reader, length, prefix, opts = {}) {
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, RenameResponse.codec());
    }
    RenameResponse.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, RenameResponse.codec(), opts);
    }
    RenameResponse.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, RenameResponse.codec(), opts);
    }
    RenameResponse.stream = stream;
})(RenameResponse || (RenameResponse = {}));
export var PingRequest;
(function (PingRequest) {
    let _codec;
    PingRequest.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.payload != null && obj.payload.byteLength > 0)) {
                    w.uint32(10);
                    w.bytes(obj.payload);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    payload: uint8ArrayAlloc(0)
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.payload = reader.bytes();
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            }, function* (reader, length, prefix, opts = {}) {
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            yield {
                                field: `${prefix}.payload`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, PingRequest.codec());
    }
    PingRequest.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, PingRequest.codec(), opts);
    }
    PingRequest.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, PingRequest.codec(), opts);
    }
    PingRequest.stream = stream;
})(PingRequest || (PingRequest = {}));
export var PingResponse;
(function (PingResponse) {
    let _codec;
    PingResponse.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.payload != null && obj.payload.byteLength > 0)) {
                    w.uint32(10);
                    w.bytes(obj.payload);
                }
                if ((obj.time != null && obj.time !== 0n)) {
                    w.uint32(480);
                    writeUint64(w, obj.time);
                }
                if ((obj.seenAs != null && obj.seenAs !== '')) {
                    w.uint32(490);
                    w.string(obj.seenAs);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    payload: uint8ArrayAlloc(0),
                    time: 0n,
                    seenAs: ''
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.payload = reader.bytes();
                            break;
                        }
                        case 60: {
                            obj.time = reader.uint64();
                            break;
                        }
                        case 61: {
                            obj.seenAs = reader.string();
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            }, function* (reader, length, prefix, opts = {}) {
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            yield {
                                field: `${prefix}.payload`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        case 60: {
                            yield {
                                field: `${prefix}.time`,
                                value: reader.uint64()
                            };
                            break;
                        }
                        case 61: {
                            yield {
                                field: `${prefix}.seenAs`,
                                value: reader.string()
                            };
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, PingResponse.codec());
    }
    PingResponse.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, PingResponse.codec(), opts);
    }
    PingResponse.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, PingResponse.codec(), opts);
    }
    PingResponse.stream = stream;
})(PingResponse || (PingResponse = {}));
export var KnowsRequest;
(function (KnowsRequest) {
    let _codec;
    KnowsRequest.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {};
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            }, function* (reader, length, prefix, opts = {}) {
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, KnowsRequest.codec());
    }
    KnowsRequest.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, KnowsRequest.codec(), opts);
    }
    KnowsRequest.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, KnowsRequest.codec(), opts);
    }
    KnowsRequest.stream = stream;
})(KnowsRequest || (KnowsRequest = {}));
export var KnowsResponse;
(function (KnowsResponse) {
    let _codec;
    KnowsResponse.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if (obj.statements != null && obj.statements.length > 0) {
                    for (const value of obj.statements) {
                        w.uint32(10);
                        Signed.codec().encode(value, w);
                    }
                }
                if (obj.certificate != null) {
                    w.uint32(18);
                    Signed.codec().encode(obj.certificate, w);
                }
                if ((obj.email != null && obj.email !== '')) {
                    w.uint32(26);
                    w.string(obj.email);
                }
                if ((obj.registeredAt != null && obj.registeredAt !== 0n)) {
                    w.uint32(32);
                    writeUint64(w, obj.registeredAt);
                }
                if ((obj.nameKey != null && obj.nameKey !== '')) {
                    w.uint32(42);
                    w.string(obj.nameKey);
                }
                if ((obj.lookAlike != null && obj.lookAlike.byteLength > 0)) {
                    w.uint32(50);
                    w.bytes(obj.lookAlike);
                }
                if ((obj.emailKey != null && obj.emailKey !== '')) {
                    w.uint32(58);
                    w.string(obj.emailKey);
                }
                if (obj.prekeys != null) {
                    w.uint32(66);
                    KnownPrekeys.codec().encode(obj.prekeys, w);
                }
                if (obj.address != null) {
                    w.uint32(74);
                    KnownAddress.codec().encode(obj.address, w);
                }
                if (obj.grantsGiven != null && obj.grantsGiven.length > 0) {
                    for (const value of obj.grantsGiven) {
                        w.uint32(82);
                        KnownGrant.codec().encode(value, w);
                    }
                }
                if ((obj.grantsGivenTotal != null && obj.grantsGivenTotal !== 0)) {
                    w.uint32(88);
                    w.uint32(obj.grantsGivenTotal);
                }
                if (obj.grantsHeld != null && obj.grantsHeld.length > 0) {
                    for (const value of obj.grantsHeld) {
                        w.uint32(98);
                        KnownGrant.codec().encode(value, w);
                    }
                }
                if ((obj.grantsHeldTotal != null && obj.grantsHeldTotal !== 0)) {
                    w.uint32(104);
                    w.uint32(obj.grantsHeldTotal);
                }
                if (obj.requestsReceived != null && obj.requestsReceived.length > 0) {
                    for (const value of obj.requestsReceived) {
                        w.uint32(114);
                        KnownRequest.codec().encode(value, w);
                    }
                }
                if (obj.requestsSent != null && obj.requestsSent.length > 0) {
                    for (const value of obj.requestsSent) {
                        w.uint32(122);
                        KnownRequest.codec().encode(value, w);
                    }
                }
                if ((obj.requestsSentTotal != null && obj.requestsSentTotal !== 0)) {
                    w.uint32(128);
                    w.uint32(obj.requestsSentTotal);
                }
                if (obj.blocked != null && obj.blocked.length > 0) {
                    for (const value of obj.blocked) {
                        w.uint32(138);
                        w.bytes(value);
                    }
                }
                if ((obj.blockedTotal != null && obj.blockedTotal !== 0)) {
                    w.uint32(144);
                    w.uint32(obj.blockedTotal);
                }
                if (obj.mailbox != null) {
                    w.uint32(154);
                    KnownMailbox.codec().encode(obj.mailbox, w);
                }
                if (obj.deposited != null && obj.deposited.length > 0) {
                    for (const value of obj.deposited) {
                        w.uint32(162);
                        KnownMail.codec().encode(value, w);
                    }
                }
                if (obj.tokens != null && obj.tokens.length > 0) {
                    for (const value of obj.tokens) {
                        w.uint32(170);
                        KnownToken.codec().encode(value, w);
                    }
                }
                if (obj.guest != null) {
                    w.uint32(178);
                    KnownGuest.codec().encode(obj.guest, w);
                }
                if ((obj.connections != null && obj.connections !== 0)) {
                    w.uint32(184);
                    w.uint32(obj.connections);
                }
                if (obj.vault != null) {
                    w.uint32(194);
                    KnownVault.codec().encode(obj.vault, w);
                }
                if (obj.guesses != null) {
                    w.uint32(202);
                    KnownGuesses.codec().encode(obj.guesses, w);
                }
                if ((obj.signedInAt != null && obj.signedInAt !== 0n)) {
                    w.uint32(208);
                    writeUint64(w, obj.signedInAt);
                }
                if ((obj.origin != null && obj.origin.byteLength > 0)) {
                    w.uint32(218);
                    w.bytes(obj.origin);
                }
                if ((obj.label != null && obj.label.byteLength > 0)) {
                    w.uint32(226);
                    w.bytes(obj.label);
                }
                if (obj.log != null) {
                    w.uint32(482);
                    KnownLog.codec().encode(obj.log, w);
                }
                if (obj.formerNames != null && obj.formerNames.length > 0) {
                    for (const value of obj.formerNames) {
                        w.uint32(322);
                        KnownFormerName.codec().encode(value, w);
                    }
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    statements: [],
                    email: '',
                    registeredAt: 0n,
                    nameKey: '',
                    lookAlike: uint8ArrayAlloc(0),
                    emailKey: '',
                    grantsGiven: [],
                    grantsGivenTotal: 0,
                    grantsHeld: [],
                    grantsHeldTotal: 0,
                    requestsReceived: [],
                    requestsSent: [],
                    requestsSentTotal: 0,
                    blocked: [],
                    blockedTotal: 0,
                    deposited: [],
                    tokens: [],
                    connections: 0,
                    signedInAt: 0n,
                    origin: uint8ArrayAlloc(0),
                    label: uint8ArrayAlloc(0),
                    formerNames: []
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            if (opts.limits?.statements != null && obj.statements.length === opts.limits.statements) {
                                throw new MaxLengthError('Decode error - repeated field "statements" had too many elements');
                            }
                            obj.statements.push(Signed.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.statements$
                            }));
                            break;
                        }
                        case 2: {
                            obj.certificate = Signed.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.certificate
                            });
                            break;
                        }
                        case 3: {
                            obj.email = reader.string();
                            break;
                        }
                        case 4: {
                            obj.registeredAt = reader.uint64();
                            break;
                        }
                        case 5: {
                            obj.nameKey = reader.string();
                            break;
                        }
                        case 6: {
                            obj.lookAlike = reader.bytes();
                            break;
                        }
                        case 7: {
                            obj.emailKey = reader.string();
                            break;
                        }
                        case 8: {
                            obj.prekeys = KnownPrekeys.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.prekeys
                            });
                            break;
                        }
                        case 9: {
                            obj.address = KnownAddress.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.address
                            });
                            break;
                        }
                        case 10: {
                            if (opts.limits?.grantsGiven != null && obj.grantsGiven.length === opts.limits.grantsGiven) {
                                throw new MaxLengthError('Decode error - repeated field "grantsGiven" had too many elements');
                            }
                            obj.grantsGiven.push(KnownGrant.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.grantsGiven$
                            }));
                            break;
                        }
                        case 11: {
                            obj.grantsGivenTotal = reader.uint32();
                            break;
                        }
                        case 12: {
                            if (opts.limits?.grantsHeld != null && obj.grantsHeld.length === opts.limits.grantsHeld) {
                                throw new MaxLengthError('Decode error - repeated field "grantsHeld" had too many elements');
                            }
                            obj.grantsHeld.push(KnownGrant.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.grantsHeld$
                            }));
                            break;
                        }
                        case 13: {
                            obj.grantsHeldTotal = reader.uint32();
                            break;
                        }
                        case 14: {
                            if (opts.limits?.requestsReceived != null && obj.requestsReceived.length === opts.limits.requestsReceived) {
                                throw new MaxLengthError('Decode error - repeated field "requestsReceived" had too many elements');
                            }
                            obj.requestsReceived.push(KnownRequest.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.requestsReceived$
                            }));
                            break;
                        }
                        case 15: {
                            if (opts.limits?.requestsSent != null && obj.requestsSent.length === opts.limits.requestsSent) {
                                throw new MaxLengthError('Decode error - repeated field "requestsSent" had too many elements');
                            }
                            obj.requestsSent.push(KnownRequest.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.requestsSent$
                            }));
                            break;
                        }
                        case 16: {
                            obj.requestsSentTotal = reader.uint32();
                            break;
                        }
                        case 17: {
                            if (opts.limits?.blocked != null && obj.blocked.length === opts.limits.blocked) {
                                throw new MaxLengthError('Decode error - repeated field "blocked" had too many elements');
                            }
                            obj.blocked.push(reader.bytes());
                            break;
                        }
                        case 18: {
                            obj.blockedTotal = reader.uint32();
                            break;
                        }
                        case 19: {
                            obj.mailbox = KnownMailbox.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.mailbox
                            });
                            break;
                        }
                        case 20: {
                            if (opts.limits?.deposited != null && obj.deposited.length === opts.limits.deposited) {
                                throw new MaxLengthError('Decode error - repeated field "deposited" had too many elements');
                            }
                            obj.deposited.push(KnownMail.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.deposited$
                            }));
                            break;
                        }
                        case 21: {
                            if (opts.limits?.tokens != null && obj.tokens.length === opts.limits.tokens) {
                                throw new MaxLengthError('Decode error - repeated field "tokens" had too many elements');
                            }
                            obj.tokens.push(KnownToken.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.tokens$
                            }));
                            break;
                        }
                        case 22: {
                            obj.guest = KnownGuest.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.guest
                            });
                            break;
                        }
                        case 23: {
                            obj.connections = reader.uint32();
                            break;
                        }
                        case 24: {
                            obj.vault = KnownVault.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.vault
                            });
                            break;
                        }
                        case 25: {
                            obj.guesses = KnownGuesses.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.guesses
                            });
                            break;
                        }
                        case 26: {
                            obj.signedInAt = reader.uint64();
                            break;
                        }
                        case 27: {
                            obj.origin = reader.bytes();
                            break;
                        }
                        case 28: {
                            obj.label = reader.bytes();
                            break;
                        }
                        case 60: {
                            obj.log = KnownLog.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.log
                            });
                            break;
                        }
                        case 40: {
                            if (opts.limits?.formerNames != null && obj.formerNames.length === opts.limits.formerNames) {
                                throw new MaxLengthError('Decode error - repeated field "formerNames" had too many elements');
                            }
                            obj.formerNames.push(KnownFormerName.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.formerNames$
                            }));
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            }, function* (reader, length, prefix, opts = {}) {
                const obj = {
                    statements: 0,
                    grantsGiven: 0,
                    grantsHeld: 0,
                    requestsReceived: 0,
                    requestsSent: 0,
                    blocked: 0,
                    deposited: 0,
                    tokens: 0,
                    formerNames: 0
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            if (opts.limits?.statements != null && obj.statements === opts.limits.statements) {
                                throw new MaxLengthError('Streaming decode error - repeated field "statements" had too many elements');
                            }
                            for (const evt of Signed.codec().stream(reader, reader.uint32(), `${prefix}.statements[]`, {
                                limits: opts.limits?.statements$
                            })) {
                                yield {
                                    ...evt,
                                    index: obj.statements
                                };
                            }
                            obj.statements++;
                            break;
                        }
                        case 2: {
                            yield* Signed.codec().stream(reader, reader.uint32(), `${prefix}.certificate`, {
                                limits: opts.limits?.certificate
                            });
                            break;
                        }
                        case 3: {
                            yield {
                                field: `${prefix}.email`,
                                value: reader.string()
                            };
                            break;
                        }
                        case 4: {
                            yield {
                                field: `${prefix}.registeredAt`,
                                value: reader.uint64()
                            };
                            break;
                        }
                        case 5: {
                            yield {
                                field: `${prefix}.nameKey`,
                                value: reader.string()
                            };
                            break;
                        }
                        case 6: {
                            yield {
                                field: `${prefix}.lookAlike`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        case 7: {
                            yield {
                                field: `${prefix}.emailKey`,
                                value: reader.string()
                            };
                            break;
                        }
                        case 8: {
                            yield* KnownPrekeys.codec().stream(reader, reader.uint32(), `${prefix}.prekeys`, {
                                limits: opts.limits?.prekeys
                            });
                            break;
                        }
                        case 9: {
                            yield* KnownAddress.codec().stream(reader, reader.uint32(), `${prefix}.address`, {
                                limits: opts.limits?.address
                            });
                            break;
                        }
                        case 10: {
                            if (opts.limits?.grantsGiven != null && obj.grantsGiven === opts.limits.grantsGiven) {
                                throw new MaxLengthError('Streaming decode error - repeated field "grantsGiven" had too many elements');
                            }
                            for (const evt of KnownGrant.codec().stream(reader, reader.uint32(), `${prefix}.grantsGiven[]`, {
                                limits: opts.limits?.grantsGiven$
                            })) {
                                yield {
                                    ...evt,
                                    index: obj.grantsGiven
                                };
                            }
                            obj.grantsGiven++;
                            break;
                        }
                        case 11: {
                            yield {
                                field: `${prefix}.grantsGivenTotal`,
                                value: reader.uint32()
                            };
                            break;
                        }
                        case 12: {
                            if (opts.limits?.grantsHeld != null && obj.grantsHeld === opts.limits.grantsHeld) {
                                throw new MaxLengthError('Streaming decode error - repeated field "grantsHeld" had too many elements');
                            }
                            for (const evt of KnownGrant.codec().stream(reader, reader.uint32(), `${prefix}.grantsHeld[]`, {
                                limits: opts.limits?.grantsHeld$
                            })) {
                                yield {
                                    ...evt,
                                    index: obj.grantsHeld
                                };
                            }
                            obj.grantsHeld++;
                            break;
                        }
                        case 13: {
                            yield {
                                field: `${prefix}.grantsHeldTotal`,
                                value: reader.uint32()
                            };
                            break;
                        }
                        case 14: {
                            if (opts.limits?.requestsReceived != null && obj.requestsReceived === opts.limits.requestsReceived) {
                                throw new MaxLengthError('Streaming decode error - repeated field "requestsReceived" had too many elements');
                            }
                            for (const evt of KnownRequest.codec().stream(reader, reader.uint32(), `${prefix}.requestsReceived[]`, {
                                limits: opts.limits?.requestsReceived$
                            })) {
                                yield {
                                    ...evt,
                                    index: obj.requestsReceived
                                };
                            }
                            obj.requestsReceived++;
                            break;
                        }
                        case 15: {
                            if (opts.limits?.requestsSent != null && obj.requestsSent === opts.limits.requestsSent) {
                                throw new MaxLengthError('Streaming decode error - repeated field "requestsSent" had too many elements');
                            }
                            for (const evt of KnownRequest.codec().stream(reader, reader.uint32(), `${prefix}.requestsSent[]`, {
                                limits: opts.limits?.requestsSent$
                            })) {
                                yield {
                                    ...evt,
                                    index: obj.requestsSent
                                };
                            }
                            obj.requestsSent++;
                            break;
                        }
                        case 16: {
                            yield {
                                field: `${prefix}.requestsSentTotal`,
                                value: reader.uint32()
                            };
                            break;
                        }
                        case 17: {
                            if (opts.limits?.blocked != null && obj.blocked === opts.limits.blocked) {
                                throw new MaxLengthError('Streaming decode error - repeated field "blocked" had too many elements');
                            }
                            yield {
                                field: `${prefix}.blocked[]`,
                                index: obj.blocked,
                                value: reader.bytes()
                            };
                            obj.blocked++;
                            break;
                        }
                        case 18: {
                            yield {
                                field: `${prefix}.blockedTotal`,
                                value: reader.uint32()
                            };
                            break;
                        }
                        case 19: {
                            yield* KnownMailbox.codec().stream(reader, reader.uint32(), `${prefix}.mailbox`, {
                                limits: opts.limits?.mailbox
                            });
                            break;
                        }
                        case 20: {
                            if (opts.limits?.deposited != null && obj.deposited === opts.limits.deposited) {
                                throw new MaxLengthError('Streaming decode error - repeated field "deposited" had too many elements');
                            }
                            for (const evt of KnownMail.codec().stream(reader, reader.uint32(), `${prefix}.deposited[]`, {
                                limits: opts.limits?.deposited$
                            })) {
                                yield {
                                    ...evt,
                                    index: obj.deposited
                                };
                            }
                            obj.deposited++;
                            break;
                        }
                        case 21: {
                            if (opts.limits?.tokens != null && obj.tokens === opts.limits.tokens) {
                                throw new MaxLengthError('Streaming decode error - repeated field "tokens" had too many elements');
                            }
                            for (const evt of KnownToken.codec().stream(reader, reader.uint32(), `${prefix}.tokens[]`, {
                                limits: opts.limits?.tokens$
                            })) {
                                yield {
                                    ...evt,
                                    index: obj.tokens
                                };
                            }
                            obj.tokens++;
                            break;
                        }
                        case 22: {
                            yield* KnownGuest.codec().stream(reader, reader.uint32(), `${prefix}.guest`, {
                                limits: opts.limits?.guest
                            });
                            break;
                        }
                        case 23: {
                            yield {
                                field: `${prefix}.connections`,
                                value: reader.uint32()
                            };
                            break;
                        }
                        case 24: {
                            yield* KnownVault.codec().stream(reader, reader.uint32(), `${prefix}.vault`, {
                                limits: opts.limits?.vault
                            });
                            break;
                        }
                        case 25: {
                            yield* KnownGuesses.codec().stream(reader, reader.uint32(), `${prefix}.guesses`, {
                                limits: opts.limits?.guesses
                            });
                            break;
                        }
                        case 26: {
                            yield {
                                field: `${prefix}.signedInAt`,
                                value: reader.uint64()
                            };
                            break;
                        }
                        case 27: {
                            yield {
                                field: `${prefix}.origin`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        case 28: {
                            yield {
                                field: `${prefix}.label`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        case 60: {
                            yield* KnownLog.codec().stream(reader, reader.uint32(), `${prefix}.log`, {
                                limits: opts.limits?.log
                            });
                            break;
                        }
                        case 40: {
                            if (opts.limits?.formerNames != null && obj.formerNames === opts.limits.formerNames) {
                                throw new MaxLengthError('Streaming decode error - repeated field "formerNames" had too many elements');
                            }
                            for (const evt of KnownFormerName.codec().stream(reader, reader.uint32(), `${prefix}.formerNames[]`, {
                                limits: opts.limits?.formerNames$
                            })) {
                                yield {
                                    ...evt,
                                    index: obj.formerNames
                                };
                            }
                            obj.formerNames++;
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, KnowsResponse.codec());
    }
    KnowsResponse.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, KnowsResponse.codec(), opts);
    }
    KnowsResponse.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, KnowsResponse.codec(), opts);
    }
    KnowsResponse.stream = stream;
})(KnowsResponse || (KnowsResponse = {}));
export var KnownLog;
(function (KnownLog) {
    let _codec;
    KnownLog.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.entry != null && obj.entry.byteLength > 0)) {
                    w.uint32(10);
                    w.bytes(obj.entry);
                }
                if ((obj.sequence != null && obj.sequence !== 0n)) {
                    w.uint32(16);
                    writeUint64(w, obj.sequence);
                }
                if ((obj.index != null && obj.index !== 0n)) {
                    w.uint32(24);
                    writeUint64(w, obj.index);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    entry: uint8ArrayAlloc(0),
                    sequence: 0n,
                    index: 0n
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.entry = reader.bytes();
                            break;
                        }
                        case 2: {
                            obj.sequence = reader.uint64();
                            break;
                        }
                        case 3: {
                            obj.index = reader.uint64();
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            }, function* (reader, length, prefix, opts = {}) {
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            yield {
                                field: `${prefix}.entry`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        case 2: {
                            yield {
                                field: `${prefix}.sequence`,
                                value: reader.uint64()
                            };
                            break;
                        }
                        case 3: {
                            yield {
                                field: `${prefix}.index`,
                                value: reader.uint64()
                            };
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, KnownLog.codec());
    }
    KnownLog.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, KnownLog.codec(), opts);
    }
    KnownLog.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, KnownLog.codec(), opts);
    }
    KnownLog.stream = stream;
})(KnownLog || (KnownLog = {}));
export var KnownFormerName;
(function (KnownFormerName) {
    let _codec;
    KnownFormerName.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.nameHash != null && obj.nameHash.byteLength > 0)) {
                    w.uint32(10);
                    w.bytes(obj.nameHash);
                }
                if ((obj.lookAlike != null && obj.lookAlike.byteLength > 0)) {
                    w.uint32(18);
                    w.bytes(obj.lookAlike);
                }
                if ((obj.letGoAt != null && obj.letGoAt !== 0n)) {
                    w.uint32(24);
                    writeUint64(w, obj.letGoAt);
                }
                if ((obj.heldUntil != null && obj.heldUntil !== 0n)) {
                    w.uint32(32);
                    writeUint64(w, obj.heldUntil);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    nameHash: uint8ArrayAlloc(0),
                    lookAlike: uint8ArrayAlloc(0),
                    letGoAt: 0n,
                    heldUntil: 0n
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.nameHash = reader.bytes();
                            break;
                        }
                        case 2: {
                            obj.lookAlike = reader.bytes();
                            break;
                        }
                        case 3: {
                            obj.letGoAt = reader.uint64();
                            break;
                        }
                        case 4: {
                            obj.heldUntil = reader.uint64();
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            }, function* (reader, length, prefix, opts = {}) {
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            yield {
                                field: `${prefix}.nameHash`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        case 2: {
                            yield {
                                field: `${prefix}.lookAlike`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        case 3: {
                            yield {
                                field: `${prefix}.letGoAt`,
                                value: reader.uint64()
                            };
                            break;
                        }
                        case 4: {
                            yield {
                                field: `${prefix}.heldUntil`,
                                value: reader.uint64()
                            };
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, KnownFormerName.codec());
    }
    KnownFormerName.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, KnownFormerName.codec(), opts);
    }
    KnownFormerName.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, KnownFormerName.codec(), opts);
    }
    KnownFormerName.stream = stream;
})(KnownFormerName || (KnownFormerName = {}));
export var KnownVault;
(function (KnownVault) {
    let _codec;
    KnownVault.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.version != null && obj.version !== 0n)) {
                    w.uint32(8);
                    writeUint64(w, obj.version);
                }
                if ((obj.bytes != null && obj.bytes !== 0)) {
                    w.uint32(16);
                    w.uint32(obj.bytes);
                }
                if ((obj.recordBytes != null && obj.recordBytes !== 0)) {
                    w.uint32(24);
                    w.uint32(obj.recordBytes);
                }
                if ((obj.storedAt != null && obj.storedAt !== 0n)) {
                    w.uint32(32);
                    writeUint64(w, obj.storedAt);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    version: 0n,
                    bytes: 0,
                    recordBytes: 0,
                    storedAt: 0n
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.version = reader.uint64();
                            break;
                        }
                        case 2: {
                            obj.bytes = reader.uint32();
                            break;
                        }
                        case 3: {
                            obj.recordBytes = reader.uint32();
                            break;
                        }
                        case 4: {
                            obj.storedAt = reader.uint64();
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            }, function* (reader, length, prefix, opts = {}) {
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            yield {
                                field: `${prefix}.version`,
                                value: reader.uint64()
                            };
                            break;
                        }
                        case 2: {
                            yield {
                                field: `${prefix}.bytes`,
                                value: reader.uint32()
                            };
                            break;
                        }
                        case 3: {
                            yield {
                                field: `${prefix}.recordBytes`,
                                value: reader.uint32()
                            };
                            break;
                        }
                        case 4: {
                            yield {
                                field: `${prefix}.storedAt`,
                                value: reader.uint64()
                            };
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, KnownVault.codec());
    }
    KnownVault.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, KnownVault.codec(), opts);
    }
    KnownVault.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, KnownVault.codec(), opts);
    }
    KnownVault.stream = stream;
})(KnownVault || (KnownVault = {}));
export var KnownGuesses;
(function (KnownGuesses) {
    let _codec;
    KnownGuesses.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.count != null && obj.count !== 0)) {
                    w.uint32(8);
                    w.uint32(obj.count);
                }
                if ((obj.lastAt != null && obj.lastAt !== 0n)) {
                    w.uint32(16);
                    writeUint64(w, obj.lastAt);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    count: 0,
                    lastAt: 0n
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.count = reader.uint32();
                            break;
                        }
                        case 2: {
                            obj.lastAt = reader.uint64();
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            }, function* (reader, length, prefix, opts = {}) {
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            yield {
                                field: `${prefix}.count`,
                                value: reader.uint32()
                            };
                            break;
                        }
                        case 2: {
                            yield {
                                field: `${prefix}.lastAt`,
                                value: reader.uint64()
                            };
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, KnownGuesses.codec());
    }
    KnownGuesses.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, KnownGuesses.codec(), opts);
    }
    KnownGuesses.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, KnownGuesses.codec(), opts);
    }
    KnownGuesses.stream = stream;
})(KnownGuesses || (KnownGuesses = {}));
export var KnownPrekeys;
(function (KnownPrekeys) {
    let _codec;
    KnownPrekeys.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.device != null && obj.device.byteLength > 0)) {
                    w.uint32(10);
                    w.bytes(obj.device);
                }
                if ((obj.epoch != null && obj.epoch !== 0n)) {
                    w.uint32(16);
                    writeUint64(w, obj.epoch);
                }
                if ((obj.left != null && obj.left !== 0)) {
                    w.uint32(24);
                    w.uint32(obj.left);
                }
                if ((obj.createdAt != null && obj.createdAt !== 0n)) {
                    w.uint32(32);
                    writeUint64(w, obj.createdAt);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    device: uint8ArrayAlloc(0),
                    epoch: 0n,
                    left: 0,
                    createdAt: 0n
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.device = reader.bytes();
                            break;
                        }
                        case 2: {
                            obj.epoch = reader.uint64();
                            break;
                        }
                        case 3: {
                            obj.left = reader.uint32();
                            break;
                        }
                        case 4: {
                            obj.createdAt = reader.uint64();
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            }, function* (reader, length, prefix, opts = {}) {
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            yield {
                                field: `${prefix}.device`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        case 2: {
                            yield {
                                field: `${prefix}.epoch`,
                                value: reader.uint64()
                            };
                            break;
                        }
                        case 3: {
                            yield {
                                field: `${prefix}.left`,
                                value: reader.uint32()
                            };
                            break;
                        }
                        case 4: {
                            yield {
                                field: `${prefix}.createdAt`,
                                value: reader.uint64()
                            };
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, KnownPrekeys.codec());
    }
    KnownPrekeys.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, KnownPrekeys.codec(), opts);
    }
    KnownPrekeys.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, KnownPrekeys.codec(), opts);
    }
    KnownPrekeys.stream = stream;
})(KnownPrekeys || (KnownPrekeys = {}));
export var KnownAddress;
(function (KnownAddress) {
    let _codec;
    KnownAddress.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if (obj.record != null) {
                    w.uint32(10);
                    Signed.codec().encode(obj.record, w);
                }
                if ((obj.expiresAt != null && obj.expiresAt !== 0n)) {
                    w.uint32(16);
                    writeUint64(w, obj.expiresAt);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    expiresAt: 0n
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.record = Signed.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.record
                            });
                            break;
                        }
                        case 2: {
                            obj.expiresAt = reader.uint64();
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            }, function* (reader, length, prefix, opts = {}) {
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            yield* Signed.codec().stream(reader, reader.uint32(), `${prefix}.record`, {
                                limits: opts.limits?.record
                            });
                            break;
                        }
                        case 2: {
                            yield {
                                field: `${prefix}.expiresAt`,
                                value: reader.uint64()
                            };
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, KnownAddress.codec());
    }
    KnownAddress.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, KnownAddress.codec(), opts);
    }
    KnownAddress.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, KnownAddress.codec(), opts);
    }
    KnownAddress.stream = stream;
})(KnownAddress || (KnownAddress = {}));
export var KnownGrant;
(function (KnownGrant) {
    let _codec;
    KnownGrant.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.account != null && obj.account.byteLength > 0)) {
                    w.uint32(10);
                    w.bytes(obj.account);
                }
                if ((obj.scope != null && obj.scope !== 0)) {
                    w.uint32(16);
                    w.uint32(obj.scope);
                }
                if ((obj.serial != null && obj.serial !== 0n)) {
                    w.uint32(24);
                    writeUint64(w, obj.serial);
                }
                if ((obj.revoked != null && obj.revoked !== false)) {
                    w.uint32(32);
                    w.bool(obj.revoked);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    account: uint8ArrayAlloc(0),
                    scope: 0,
                    serial: 0n,
                    revoked: false
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.account = reader.bytes();
                            break;
                        }
                        case 2: {
                            obj.scope = reader.uint32();
                            break;
                        }
                        case 3: {
                            obj.serial = reader.uint64();
                            break;
                        }
                        case 4: {
                            obj.revoked = reader.bool();
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            }, function* (reader, length, prefix, opts = {}) {
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            yield {
                                field: `${prefix}.account`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        case 2: {
                            yield {
                                field: `${prefix}.scope`,
                                value: reader.uint32()
                            };
                            break;
                        }
                        case 3: {
                            yield {
                                field: `${prefix}.serial`,
                                value: reader.uint64()
                            };
                            break;
                        }
                        case 4: {
                            yield {
                                field: `${prefix}.revoked`,
                                value: reader.bool()
                            };
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, KnownGrant.codec());
    }
    KnownGrant.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, KnownGrant.codec(), opts);
    }
    KnownGrant.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, KnownGrant.codec(), opts);
    }
    KnownGrant.stream = stream;
})(KnownGrant || (KnownGrant = {}));
export var KnownRequest;
(function (KnownRequest) {
    let _codec;
    KnownRequest.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.account != null && obj.account.byteLength > 0)) {
                    w.uint32(10);
                    w.bytes(obj.account);
                }
                if ((obj.receivedAt != null && obj.receivedAt !== 0n)) {
                    w.uint32(16);
                    writeUint64(w, obj.receivedAt);
                }
                if ((obj.bytes != null && obj.bytes !== 0)) {
                    w.uint32(24);
                    w.uint32(obj.bytes);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    account: uint8ArrayAlloc(0),
                    receivedAt: 0n,
                    bytes: 0
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.account = reader.bytes();
                            break;
                        }
                        case 2: {
                            obj.receivedAt = reader.uint64();
                            break;
                        }
                        case 3: {
                            obj.bytes = reader.uint32();
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            }, function* (reader, length, prefix, opts = {}) {
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            yield {
                                field: `${prefix}.account`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        case 2: {
                            yield {
                                field: `${prefix}.receivedAt`,
                                value: reader.uint64()
                            };
                            break;
                        }
                        case 3: {
                            yield {
                                field: `${prefix}.bytes`,
                                value: reader.uint32()
                            };
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, KnownRequest.codec());
    }
    KnownRequest.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, KnownRequest.codec(), opts);
    }
    KnownRequest.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, KnownRequest.codec(), opts);
    }
    KnownRequest.stream = stream;
})(KnownRequest || (KnownRequest = {}));
export var KnownMailbox;
(function (KnownMailbox) {
    let _codec;
    KnownMailbox.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.highest != null && obj.highest !== 0n)) {
                    w.uint32(8);
                    writeUint64(w, obj.highest);
                }
                if ((obj.count != null && obj.count !== 0)) {
                    w.uint32(16);
                    w.uint32(obj.count);
                }
                if ((obj.bytes != null && obj.bytes !== 0n)) {
                    w.uint32(24);
                    writeUint64(w, obj.bytes);
                }
                if ((obj.oldestAt != null && obj.oldestAt !== 0n)) {
                    w.uint32(32);
                    writeUint64(w, obj.oldestAt);
                }
                if ((obj.mostCount != null && obj.mostCount !== 0)) {
                    w.uint32(40);
                    w.uint32(obj.mostCount);
                }
                if ((obj.mostBytes != null && obj.mostBytes !== 0n)) {
                    w.uint32(48);
                    writeUint64(w, obj.mostBytes);
                }
                if ((obj.lifetimeMs != null && obj.lifetimeMs !== 0n)) {
                    w.uint32(56);
                    writeUint64(w, obj.lifetimeMs);
                }
                if (obj.senders != null && obj.senders.length > 0) {
                    for (const value of obj.senders) {
                        w.uint32(66);
                        KnownMail.codec().encode(value, w);
                    }
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    highest: 0n,
                    count: 0,
                    bytes: 0n,
                    oldestAt: 0n,
                    mostCount: 0,
                    mostBytes: 0n,
                    lifetimeMs: 0n,
                    senders: []
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.highest = reader.uint64();
                            break;
                        }
                        case 2: {
                            obj.count = reader.uint32();
                            break;
                        }
                        case 3: {
                            obj.bytes = reader.uint64();
                            break;
                        }
                        case 4: {
                            obj.oldestAt = reader.uint64();
                            break;
                        }
                        case 5: {
                            obj.mostCount = reader.uint32();
                            break;
                        }
                        case 6: {
                            obj.mostBytes = reader.uint64();
                            break;
                        }
                        case 7: {
                            obj.lifetimeMs = reader.uint64();
                            break;
                        }
                        case 8: {
                            if (opts.limits?.senders != null && obj.senders.length === opts.limits.senders) {
                                throw new MaxLengthError('Decode error - repeated field "senders" had too many elements');
                            }
                            obj.senders.push(KnownMail.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.senders$
                            }));
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            }, function* (reader, length, prefix, opts = {}) {
                const obj = {
                    senders: 0
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            yield {
                                field: `${prefix}.highest`,
                                value: reader.uint64()
                            };
                            break;
                        }
                        case 2: {
                            yield {
                                field: `${prefix}.count`,
                                value: reader.uint32()
                            };
                            break;
                        }
                        case 3: {
                            yield {
                                field: `${prefix}.bytes`,
                                value: reader.uint64()
                            };
                            break;
                        }
                        case 4: {
                            yield {
                                field: `${prefix}.oldestAt`,
                                value: reader.uint64()
                            };
                            break;
                        }
                        case 5: {
                            yield {
                                field: `${prefix}.mostCount`,
                                value: reader.uint32()
                            };
                            break;
                        }
                        case 6: {
                            yield {
                                field: `${prefix}.mostBytes`,
                                value: reader.uint64()
                            };
                            break;
                        }
                        case 7: {
                            yield {
                                field: `${prefix}.lifetimeMs`,
                                value: reader.uint64()
                            };
                            break;
                        }
                        case 8: {
                            if (opts.limits?.senders != null && obj.senders === opts.limits.senders) {
                                throw new MaxLengthError('Streaming decode error - repeated field "senders" had too many elements');
                            }
                            for (const evt of KnownMail.codec().stream(reader, reader.uint32(), `${prefix}.senders[]`, {
                                limits: opts.limits?.senders$
                            })) {
                                yield {
                                    ...evt,
                                    index: obj.senders
                                };
                            }
                            obj.senders++;
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, KnownMailbox.codec());
    }
    KnownMailbox.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, KnownMailbox.codec(), opts);
    }
    KnownMailbox.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, KnownMailbox.codec(), opts);
    }
    KnownMailbox.stream = stream;
})(KnownMailbox || (KnownMailbox = {}));
export var KnownMail;
(function (KnownMail) {
    let _codec;
    KnownMail.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.account != null && obj.account.byteLength > 0)) {
                    w.uint32(10);
                    w.bytes(obj.account);
                }
                if ((obj.count != null && obj.count !== 0)) {
                    w.uint32(16);
                    w.uint32(obj.count);
                }
                if ((obj.bytes != null && obj.bytes !== 0n)) {
                    w.uint32(24);
                    writeUint64(w, obj.bytes);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    account: uint8ArrayAlloc(0),
                    count: 0,
                    bytes: 0n
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.account = reader.bytes();
                            break;
                        }
                        case 2: {
                            obj.count = reader.uint32();
                            break;
                        }
                        case 3: {
                            obj.bytes = reader.uint64();
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            }, function* (reader, length, prefix, opts = {}) {
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            yield {
                                field: `${prefix}.account`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        case 2: {
                            yield {
                                field: `${prefix}.count`,
                                value: reader.uint32()
                            };
                            break;
                        }
                        case 3: {
                            yield {
                                field: `${prefix}.bytes`,
                                value: reader.uint64()
                            };
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, KnownMail.codec());
    }
    KnownMail.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, KnownMail.codec(), opts);
    }
    KnownMail.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, KnownMail.codec(), opts);
    }
    KnownMail.stream = stream;
})(KnownMail || (KnownMail = {}));
export var KnownToken;
(function (KnownToken) {
    let _codec;
    KnownToken.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.madeAt != null && obj.madeAt !== 0n)) {
                    w.uint32(8);
                    writeUint64(w, obj.madeAt);
                }
                if ((obj.expiresAt != null && obj.expiresAt !== 0n)) {
                    w.uint32(16);
                    writeUint64(w, obj.expiresAt);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    madeAt: 0n,
                    expiresAt: 0n
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.madeAt = reader.uint64();
                            break;
                        }
                        case 2: {
                            obj.expiresAt = reader.uint64();
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            }, function* (reader, length, prefix, opts = {}) {
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            yield {
                                field: `${prefix}.madeAt`,
                                value: reader.uint64()
                            };
                            break;
                        }
                        case 2: {
                            yield {
                                field: `${prefix}.expiresAt`,
                                value: reader.uint64()
                            };
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, KnownToken.codec());
    }
    KnownToken.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, KnownToken.codec(), opts);
    }
    KnownToken.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, KnownToken.codec(), opts);
    }
    KnownToken.stream = stream;
})(KnownToken || (KnownToken = {}));
export var KnownGuest;
(function (KnownGuest) {
    let _codec;
    KnownGuest.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.epoch != null && obj.epoch !== 0n)) {
                    w.uint32(8);
                    writeUint64(w, obj.epoch);
                }
                if ((obj.seenAt != null && obj.seenAt !== 0n)) {
                    w.uint32(16);
                    writeUint64(w, obj.seenAt);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    epoch: 0n,
                    seenAt: 0n
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.epoch = reader.uint64();
                            break;
                        }
                        case 2: {
                            obj.seenAt = reader.uint64();
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            }, function* (reader, length, prefix, opts = {}) {
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            yield {
                                field: `${prefix}.epoch`,
                                value: reader.uint64()
                            };
                            break;
                        }
                        case 2: {
                            yield {
                                field: `${prefix}.seenAt`,
                                value: reader.uint64()
                            };
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, KnownGuest.codec());
    }
    KnownGuest.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, KnownGuest.codec(), opts);
    }
    KnownGuest.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, KnownGuest.codec(), opts);
    }
    KnownGuest.stream = stream;
})(KnownGuest || (KnownGuest = {}));
export var EnrolRequest;
(function (EnrolRequest) {
    let _codec;
    EnrolRequest.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.request != null && obj.request.byteLength > 0)) {
                    w.uint32(10);
                    w.bytes(obj.request);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    request: uint8ArrayAlloc(0)
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.request = reader.bytes();
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            }, function* (reader, length, prefix, opts = {}) {
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            yield {
                                field: `${prefix}.request`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, EnrolRequest.codec());
    }
    EnrolRequest.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, EnrolRequest.codec(), opts);
    }
    EnrolRequest.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, EnrolRequest.codec(), opts);
    }
    EnrolRequest.stream = stream;
})(EnrolRequest || (EnrolRequest = {}));
export var EnrolResponse;
(function (EnrolResponse) {
    let _codec;
    EnrolResponse.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.response != null && obj.response.byteLength > 0)) {
                    w.uint32(10);
                    w.bytes(obj.response);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    response: uint8ArrayAlloc(0)
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.response = reader.bytes();
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            }, function* (reader, length, prefix, opts = {}) {
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            yield {
                                field: `${prefix}.response`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, EnrolResponse.codec());
    }
    EnrolResponse.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, EnrolResponse.codec(), opts);
    }
    EnrolResponse.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, EnrolResponse.codec(), opts);
    }
    EnrolResponse.stream = stream;
})(EnrolResponse || (EnrolResponse = {}));
export var PutVaultRequest;
(function (PutVaultRequest) {
    let _codec;
    PutVaultRequest.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.record != null && obj.record.byteLength > 0)) {
                    w.uint32(10);
                    w.bytes(obj.record);
                }
                if ((obj.sealed != null && obj.sealed.byteLength > 0)) {
                    w.uint32(18);
                    w.bytes(obj.sealed);
                }
                if ((obj.version != null && obj.version !== 0n)) {
                    w.uint32(24);
                    writeUint64(w, obj.version);
                }
                if ((obj.replaces != null && obj.replaces !== 0n)) {
                    w.uint32(32);
                    writeUint64(w, obj.replaces);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    record: uint8ArrayAlloc(0),
                    sealed: uint8ArrayAlloc(0),
                    version: 0n,
                    replaces: 0n
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.record = reader.bytes();
                            break;
                        }
                        case 2: {
                            obj.sealed = reader.bytes();
                            break;
                        }
                        case 3: {
                            obj.version = reader.uint64();
                            break;
                        }
                        case 4: {
                            obj.replaces = reader.uint64();
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            }, function* (reader, length, prefix, opts = {}) {
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            yield {
                                field: `${prefix}.record`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        case 2: {
                            yield {
                                field: `${prefix}.sealed`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        case 3: {
                            yield {
                                field: `${prefix}.version`,
                                value: reader.uint64()
                            };
                            break;
                        }
                        case 4: {
                            yield {
                                field: `${prefix}.replaces`,
                                value: reader.uint64()
                            };
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, PutVaultRequest.codec());
    }
    PutVaultRequest.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, PutVaultRequest.codec(), opts);
    }
    PutVaultRequest.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, PutVaultRequest.codec(), opts);
    }
    PutVaultRequest.stream = stream;
})(PutVaultRequest || (PutVaultRequest = {}));
export var PutVaultResponse;
(function (PutVaultResponse) {
    let _codec;
    PutVaultResponse.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {};
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            }, function* (reader, length, prefix, opts = {}) {
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, PutVaultResponse.codec());
    }
    PutVaultResponse.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, PutVaultResponse.codec(), opts);
    }
    PutVaultResponse.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, PutVaultResponse.codec(), opts);
    }
    PutVaultResponse.stream = stream;
})(PutVaultResponse || (PutVaultResponse = {}));
export var DropVaultRequest;
(function (DropVaultRequest) {
    let _codec;
    DropVaultRequest.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {};
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            }, function* (reader, length, prefix, opts = {}) {
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, DropVaultRequest.codec());
    }
    DropVaultRequest.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, DropVaultRequest.codec(), opts);
    }
    DropVaultRequest.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, DropVaultRequest.codec(), opts);
    }
    DropVaultRequest.stream = stream;
})(DropVaultRequest || (DropVaultRequest = {}));
export var DropVaultResponse;
(function (DropVaultResponse) {
    let _codec;
    DropVaultResponse.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {};
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            }, function* (reader, length, prefix, opts = {}) {
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, DropVaultResponse.codec());
    }
    DropVaultResponse.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, DropVaultResponse.codec(), opts);
    }
    DropVaultResponse.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, DropVaultResponse.codec(), opts);
    }
    DropVaultResponse.stream = stream;
})(DropVaultResponse || (DropVaultResponse = {}));
export var StartVaultLoginRequest;
(function (StartVaultLoginRequest) {
    let _codec;
    StartVaultLoginRequest.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.name != null && obj.name !== '')) {
                    w.uint32(10);
                    w.string(obj.name);
                }
                if ((obj.request != null && obj.request.byteLength > 0)) {
                    w.uint32(18);
                    w.bytes(obj.request);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    name: '',
                    request: uint8ArrayAlloc(0)
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.name = reader.string();
                            break;
                        }
                        case 2: {
                            obj.request = reader.bytes();
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            }, function* (reader, length, prefix, opts = {}) {
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            yield {
                                field: `${prefix}.name`,
                                value: reader.string()
                            };
                            break;
                        }
                        case 2: {
                            yield {
                                field: `${prefix}.request`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, StartVaultLoginRequest.codec());
    }
    StartVaultLoginRequest.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, StartVaultLoginRequest.codec(), opts);
    }
    StartVaultLoginRequest.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, StartVaultLoginRequest.codec(), opts);
    }
    StartVaultLoginRequest.stream = stream;
})(StartVaultLoginRequest || (StartVaultLoginRequest = {}));
export var StartVaultLoginResponse;
(function (StartVaultLoginResponse) {
    let _codec;
    StartVaultLoginResponse.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.account != null && obj.account.byteLength > 0)) {
                    w.uint32(10);
                    w.bytes(obj.account);
                }
                if ((obj.response != null && obj.response.byteLength > 0)) {
                    w.uint32(18);
                    w.bytes(obj.response);
                }
                if ((obj.handle != null && obj.handle !== 0)) {
                    w.uint32(24);
                    w.uint32(obj.handle);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    account: uint8ArrayAlloc(0),
                    response: uint8ArrayAlloc(0),
                    handle: 0
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.account = reader.bytes();
                            break;
                        }
                        case 2: {
                            obj.response = reader.bytes();
                            break;
                        }
                        case 3: {
                            obj.handle = reader.uint32();
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            }, function* (reader, length, prefix, opts = {}) {
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            yield {
                                field: `${prefix}.account`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        case 2: {
                            yield {
                                field: `${prefix}.response`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        case 3: {
                            yield {
                                field: `${prefix}.handle`,
                                value: reader.uint32()
                            };
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, StartVaultLoginResponse.codec());
    }
    StartVaultLoginResponse.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, StartVaultLoginResponse.codec(), opts);
    }
    StartVaultLoginResponse.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, StartVaultLoginResponse.codec(), opts);
    }
    StartVaultLoginResponse.stream = stream;
})(StartVaultLoginResponse || (StartVaultLoginResponse = {}));
export var FinishVaultLoginRequest;
(function (FinishVaultLoginRequest) {
    let _codec;
    FinishVaultLoginRequest.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.handle != null && obj.handle !== 0)) {
                    w.uint32(8);
                    w.uint32(obj.handle);
                }
                if ((obj.message != null && obj.message.byteLength > 0)) {
                    w.uint32(18);
                    w.bytes(obj.message);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    handle: 0,
                    message: uint8ArrayAlloc(0)
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.handle = reader.uint32();
                            break;
                        }
                        case 2: {
                            obj.message = reader.bytes();
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            }, function* (reader, length, prefix, opts = {}) {
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            yield {
                                field: `${prefix}.handle`,
                                value: reader.uint32()
                            };
                            break;
                        }
                        case 2: {
                            yield {
                                field: `${prefix}.message`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, FinishVaultLoginRequest.codec());
    }
    FinishVaultLoginRequest.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, FinishVaultLoginRequest.codec(), opts);
    }
    FinishVaultLoginRequest.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, FinishVaultLoginRequest.codec(), opts);
    }
    FinishVaultLoginRequest.stream = stream;
})(FinishVaultLoginRequest || (FinishVaultLoginRequest = {}));
export var FinishVaultLoginResponse;
(function (FinishVaultLoginResponse) {
    let _codec;
    FinishVaultLoginResponse.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.sealed != null && obj.sealed.byteLength > 0)) {
                    w.uint32(10);
                    w.bytes(obj.sealed);
                }
                if ((obj.version != null && obj.version !== 0n)) {
                    w.uint32(16);
                    writeUint64(w, obj.version);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    sealed: uint8ArrayAlloc(0),
                    version: 0n
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.sealed = reader.bytes();
                            break;
                        }
                        case 2: {
                            obj.version = reader.uint64();
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            }, function* (reader, length, prefix, opts = {}) {
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            yield {
                                field: `${prefix}.sealed`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        case 2: {
                            yield {
                                field: `${prefix}.version`,
                                value: reader.uint64()
                            };
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, FinishVaultLoginResponse.codec());
    }
    FinishVaultLoginResponse.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, FinishVaultLoginResponse.codec(), opts);
    }
    FinishVaultLoginResponse.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, FinishVaultLoginResponse.codec(), opts);
    }
    FinishVaultLoginResponse.stream = stream;
})(FinishVaultLoginResponse || (FinishVaultLoginResponse = {}));
export var DeleteAccountRequest;
(function (DeleteAccountRequest) {
    let _codec;
    DeleteAccountRequest.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.account != null && obj.account.byteLength > 0)) {
                    w.uint32(10);
                    w.bytes(obj.account);
                }
                if (obj.statement != null) {
                    w.uint32(242);
                    Signed.codec().encode(obj.statement, w);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    account: uint8ArrayAlloc(0)
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.account = reader.bytes();
                            break;
                        }
                        case 30: {
                            obj.statement = Signed.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.statement
                            });
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            }, function* (reader, length, prefix, opts = {}) {
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            yield {
                                field: `${prefix}.account`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        case 30: {
                            yield* Signed.codec().stream(reader, reader.uint32(), `${prefix}.statement`, {
                                limits: opts.limits?.statement
                            });
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, DeleteAccountRequest.codec());
    }
    DeleteAccountRequest.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, DeleteAccountRequest.codec(), opts);
    }
    DeleteAccountRequest.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, DeleteAccountRequest.codec(), opts);
    }
    DeleteAccountRequest.stream = stream;
})(DeleteAccountRequest || (DeleteAccountRequest = {}));
export var DeleteAccountResponse;
(function (DeleteAccountResponse) {
    let _codec;
    DeleteAccountResponse.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {};
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            }, function* (reader, length, prefix, opts = {}) {
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, DeleteAccountResponse.codec());
    }
    DeleteAccountResponse.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, DeleteAccountResponse.codec(), opts);
    }
    DeleteAccountResponse.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, DeleteAccountResponse.codec(), opts);
    }
    DeleteAccountResponse.stream = stream;
})(DeleteAccountResponse || (DeleteAccountResponse = {}));
export var MailWaiting;
(function (MailWaiting) {
    let _codec;
    MailWaiting.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.highest != null && obj.highest !== 0n)) {
                    w.uint32(8);
                    writeUint64(w, obj.highest);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    highest: 0n
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.highest = reader.uint64();
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            }, function* (reader, length, prefix, opts = {}) {
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            yield {
                                field: `${prefix}.highest`,
                                value: reader.uint64()
                            };
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, MailWaiting.codec());
    }
    MailWaiting.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, MailWaiting.codec(), opts);
    }
    MailWaiting.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, MailWaiting.codec(), opts);
    }
    MailWaiting.stream = stream;
})(MailWaiting || (MailWaiting = {}));
export var RequestWaiting;
(function (RequestWaiting) {
    let _codec;
    RequestWaiting.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.waiting != null && obj.waiting !== 0)) {
                    w.uint32(8);
                    w.uint32(obj.waiting);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    waiting: 0
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.waiting = reader.uint32();
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            }, function* (reader, length, prefix, opts = {}) {
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            yield {
                                field: `${prefix}.waiting`,
                                value: reader.uint32()
                            };
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, RequestWaiting.codec());
    }
    RequestWaiting.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, RequestWaiting.codec(), opts);
    }
    RequestWaiting.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, RequestWaiting.codec(), opts);
    }
    RequestWaiting.stream = stream;
})(RequestWaiting || (RequestWaiting = {}));
export var SessionReplaced;
(function (SessionReplaced) {
    let _codec;
    SessionReplaced.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.epoch != null && obj.epoch !== 0n)) {
                    w.uint32(8);
                    writeUint64(w, obj.epoch);
                }
                if (obj.newest != null) {
                    w.uint32(18);
                    NewestDevice.codec().encode(obj.newest, w);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    epoch: 0n
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.epoch = reader.uint64();
                            break;
                        }
                        case 2: {
                            obj.newest = NewestDevice.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.newest
                            });
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            }, function* (reader, length, prefix, opts = {}) {
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            yield {
                                field: `${prefix}.epoch`,
                                value: reader.uint64()
                            };
                            break;
                        }
                        case 2: {
                            yield* NewestDevice.codec().stream(reader, reader.uint32(), `${prefix}.newest`, {
                                limits: opts.limits?.newest
                            });
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, SessionReplaced.codec());
    }
    SessionReplaced.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, SessionReplaced.codec(), opts);
    }
    SessionReplaced.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, SessionReplaced.codec(), opts);
    }
    SessionReplaced.stream = stream;
})(SessionReplaced || (SessionReplaced = {}));
export var ServerClosing;
(function (ServerClosing) {
    let _codec;
    ServerClosing.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {};
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            }, function* (reader, length, prefix, opts = {}) {
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, ServerClosing.codec());
    }
    ServerClosing.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, ServerClosing.codec(), opts);
    }
    ServerClosing.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, ServerClosing.codec(), opts);
    }
    ServerClosing.stream = stream;
})(ServerClosing || (ServerClosing = {}));
export var PrekeysLow;
(function (PrekeysLow) {
    let _codec;
    PrekeysLow.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.left != null && obj.left !== 0)) {
                    w.uint32(8);
                    w.uint32(obj.left);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    left: 0
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.left = reader.uint32();
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            }, function* (reader, length, prefix, opts = {}) {
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            yield {
                                field: `${prefix}.left`,
                                value: reader.uint32()
                            };
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, PrekeysLow.codec());
    }
    PrekeysLow.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, PrekeysLow.codec(), opts);
    }
    PrekeysLow.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, PrekeysLow.codec(), opts);
    }
    PrekeysLow.stream = stream;
})(PrekeysLow || (PrekeysLow = {}));
export var RelayLimit;
(function (RelayLimit) {
    let _codec;
    RelayLimit.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.scope != null && obj.scope !== 0)) {
                    w.uint32(8);
                    w.uint32(obj.scope);
                }
                if ((obj.retryAfterMs != null && obj.retryAfterMs !== 0n)) {
                    w.uint32(16);
                    writeUint64(w, obj.retryAfterMs);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    scope: 0,
                    retryAfterMs: 0n
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.scope = reader.uint32();
                            break;
                        }
                        case 2: {
                            obj.retryAfterMs = reader.uint64();
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            }, function* (reader, length, prefix, opts = {}) {
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            yield {
                                field: `${prefix}.scope`,
                                value: reader.uint32()
                            };
                            break;
                        }
                        case 2: {
                            yield {
                                field: `${prefix}.retryAfterMs`,
                                value: reader.uint64()
                            };
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, RelayLimit.codec());
    }
    RelayLimit.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, RelayLimit.codec(), opts);
    }
    RelayLimit.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, RelayLimit.codec(), opts);
    }
    RelayLimit.stream = stream;
})(RelayLimit || (RelayLimit = {}));
export var Signed;
(function (Signed) {
    let _codec;
    Signed.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.payload != null && obj.payload.byteLength > 0)) {
                    w.uint32(10);
                    w.bytes(obj.payload);
                }
                if ((obj.signature != null && obj.signature.byteLength > 0)) {
                    w.uint32(18);
                    w.bytes(obj.signature);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    payload: uint8ArrayAlloc(0),
                    signature: uint8ArrayAlloc(0)
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.payload = reader.bytes();
                            break;
                        }
                        case 2: {
                            obj.signature = reader.bytes();
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            }, function* (reader, length, prefix, opts = {}) {
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            yield {
                                field: `${prefix}.payload`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        case 2: {
                            yield {
                                field: `${prefix}.signature`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, Signed.codec());
    }
    Signed.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, Signed.codec(), opts);
    }
    Signed.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, Signed.codec(), opts);
    }
    Signed.stream = stream;
})(Signed || (Signed = {}));
export var IdentityStatement;
(function (IdentityStatement) {
    let _codec;
    IdentityStatement.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.version != null && obj.version !== 0)) {
                    w.uint32(8);
                    w.uint32(obj.version);
                }
                if ((obj.sequence != null && obj.sequence !== 0n)) {
                    w.uint32(16);
                    writeUint64(w, obj.sequence);
                }
                if ((obj.previous != null && obj.previous.byteLength > 0)) {
                    w.uint32(26);
                    w.bytes(obj.previous);
                }
                if ((obj.name != null && obj.name !== '')) {
                    w.uint32(34);
                    w.string(obj.name);
                }
                if ((obj.identityKey != null && obj.identityKey.byteLength > 0)) {
                    w.uint32(42);
                    w.bytes(obj.identityKey);
                }
                if ((obj.exchangeKey != null && obj.exchangeKey.byteLength > 0)) {
                    w.uint32(50);
                    w.bytes(obj.exchangeKey);
                }
                if ((obj.salt != null && obj.salt.byteLength > 0)) {
                    w.uint32(58);
                    w.bytes(obj.salt);
                }
                if ((obj.kind != null && obj.kind !== 0)) {
                    w.uint32(64);
                    w.uint32(obj.kind);
                }
                if ((obj.account != null && obj.account.byteLength > 0)) {
                    w.uint32(74);
                    w.bytes(obj.account);
                }
                if ((obj.keysFrom != null && obj.keysFrom.byteLength > 0)) {
                    w.uint32(82);
                    w.bytes(obj.keysFrom);
                }
                if ((obj.device != null && obj.device.byteLength > 0)) {
                    w.uint32(90);
                    w.bytes(obj.device);
                }
                if ((obj.epoch != null && obj.epoch !== 0n)) {
                    w.uint32(96);
                    writeUint64(w, obj.epoch);
                }
                if ((obj.consent != null && obj.consent.byteLength > 0)) {
                    w.uint32(106);
                    w.bytes(obj.consent);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    version: 0,
                    sequence: 0n,
                    previous: uint8ArrayAlloc(0),
                    name: '',
                    identityKey: uint8ArrayAlloc(0),
                    exchangeKey: uint8ArrayAlloc(0),
                    salt: uint8ArrayAlloc(0),
                    kind: 0,
                    account: uint8ArrayAlloc(0),
                    keysFrom: uint8ArrayAlloc(0),
                    device: uint8ArrayAlloc(0),
                    epoch: 0n,
                    consent: uint8ArrayAlloc(0)
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.version = reader.uint32();
                            break;
                        }
                        case 2: {
                            obj.sequence = reader.uint64();
                            break;
                        }
                        case 3: {
                            obj.previous = reader.bytes();
                            break;
                        }
                        case 4: {
                            obj.name = reader.string();
                            break;
                        }
                        case 5: {
                            obj.identityKey = reader.bytes();
                            break;
                        }
                        case 6: {
                            obj.exchangeKey = reader.bytes();
                            break;
                        }
                        case 7: {
                            obj.salt = reader.bytes();
                            break;
                        }
                        case 8: {
                            obj.kind = reader.uint32();
                            break;
                        }
                        case 9: {
                            obj.account = reader.bytes();
                            break;
                        }
                        case 10: {
                            obj.keysFrom = reader.bytes();
                            break;
                        }
                        case 11: {
                            obj.device = reader.bytes();
                            break;
                        }
                        case 12: {
                            obj.epoch = reader.uint64();
                            break;
                        }
                        case 13: {
                            obj.consent = reader.bytes();
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            }, function* (reader, length, prefix, opts = {}) {
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            yield {
                                field: `${prefix}.version`,
                                value: reader.uint32()
                            };
                            break;
                        }
                        case 2: {
                            yield {
                                field: `${prefix}.sequence`,
                                value: reader.uint64()
                            };
                            break;
                        }
                        case 3: {
                            yield {
                                field: `${prefix}.previous`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        case 4: {
                            yield {
                                field: `${prefix}.name`,
                                value: reader.string()
                            };
                            break;
                        }
                        case 5: {
                            yield {
                                field: `${prefix}.identityKey`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        case 6: {
                            yield {
                                field: `${prefix}.exchangeKey`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        case 7: {
                            yield {
                                field: `${prefix}.salt`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        case 8: {
                            yield {
                                field: `${prefix}.kind`,
                                value: reader.uint32()
                            };
                            break;
                        }
                        case 9: {
                            yield {
                                field: `${prefix}.account`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        case 10: {
                            yield {
                                field: `${prefix}.keysFrom`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        case 11: {
                            yield {
                                field: `${prefix}.device`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        case 12: {
                            yield {
                                field: `${prefix}.epoch`,
                                value: reader.uint64()
                            };
                            break;
                        }
                        case 13: {
                            yield {
                                field: `${prefix}.consent`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, IdentityStatement.codec());
    }
    IdentityStatement.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, IdentityStatement.codec(), opts);
    }
    IdentityStatement.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, IdentityStatement.codec(), opts);
    }
    IdentityStatement.stream = stream;
})(IdentityStatement || (IdentityStatement = {}));
export var DeviceCertificate;
(function (DeviceCertificate) {
    let _codec;
    DeviceCertificate.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.version != null && obj.version !== 0)) {
                    w.uint32(8);
                    w.uint32(obj.version);
                }
                if ((obj.account != null && obj.account.byteLength > 0)) {
                    w.uint32(18);
                    w.bytes(obj.account);
                }
                if ((obj.device != null && obj.device.byteLength > 0)) {
                    w.uint32(26);
                    w.bytes(obj.device);
                }
                if ((obj.epoch != null && obj.epoch !== 0n)) {
                    w.uint32(32);
                    writeUint64(w, obj.epoch);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    version: 0,
                    account: uint8ArrayAlloc(0),
                    device: uint8ArrayAlloc(0),
                    epoch: 0n
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.version = reader.uint32();
                            break;
                        }
                        case 2: {
                            obj.account = reader.bytes();
                            break;
                        }
                        case 3: {
                            obj.device = reader.bytes();
                            break;
                        }
                        case 4: {
                            obj.epoch = reader.uint64();
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            }, function* (reader, length, prefix, opts = {}) {
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            yield {
                                field: `${prefix}.version`,
                                value: reader.uint32()
                            };
                            break;
                        }
                        case 2: {
                            yield {
                                field: `${prefix}.account`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        case 3: {
                            yield {
                                field: `${prefix}.device`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        case 4: {
                            yield {
                                field: `${prefix}.epoch`,
                                value: reader.uint64()
                            };
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, DeviceCertificate.codec());
    }
    DeviceCertificate.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, DeviceCertificate.codec(), opts);
    }
    DeviceCertificate.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, DeviceCertificate.codec(), opts);
    }
    DeviceCertificate.stream = stream;
})(DeviceCertificate || (DeviceCertificate = {}));
export var VaultNote;
(function (VaultNote) {
    let _codec;
    VaultNote.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.version != null && obj.version !== 0)) {
                    w.uint32(8);
                    w.uint32(obj.version);
                }
                if ((obj.account != null && obj.account.byteLength > 0)) {
                    w.uint32(18);
                    w.bytes(obj.account);
                }
                if ((obj.epoch != null && obj.epoch !== 0n)) {
                    w.uint32(112);
                    writeUint64(w, obj.epoch);
                }
                if ((obj.number != null && obj.number !== 0n)) {
                    w.uint32(120);
                    writeUint64(w, obj.number);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    version: 0,
                    account: uint8ArrayAlloc(0),
                    epoch: 0n,
                    number: 0n
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.version = reader.uint32();
                            break;
                        }
                        case 2: {
                            obj.account = reader.bytes();
                            break;
                        }
                        case 14: {
                            obj.epoch = reader.uint64();
                            break;
                        }
                        case 15: {
                            obj.number = reader.uint64();
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            }, function* (reader, length, prefix, opts = {}) {
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            yield {
                                field: `${prefix}.version`,
                                value: reader.uint32()
                            };
                            break;
                        }
                        case 2: {
                            yield {
                                field: `${prefix}.account`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        case 14: {
                            yield {
                                field: `${prefix}.epoch`,
                                value: reader.uint64()
                            };
                            break;
                        }
                        case 15: {
                            yield {
                                field: `${prefix}.number`,
                                value: reader.uint64()
                            };
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, VaultNote.codec());
    }
    VaultNote.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, VaultNote.codec(), opts);
    }
    VaultNote.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, VaultNote.codec(), opts);
    }
    VaultNote.stream = stream;
})(VaultNote || (VaultNote = {}));
export var Home;
(function (Home) {
    let _codec;
    Home.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.server != null && obj.server.byteLength > 0)) {
                    w.uint32(10);
                    w.bytes(obj.server);
                }
                if (obj.addresses != null && obj.addresses.length > 0) {
                    for (const value of obj.addresses) {
                        w.uint32(18);
                        w.string(value);
                    }
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    server: uint8ArrayAlloc(0),
                    addresses: []
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.server = reader.bytes();
                            break;
                        }
                        case 2: {
                            if (opts.limits?.addresses != null && obj.addresses.length === opts.limits.addresses) {
                                throw new MaxLengthError('Decode error - repeated field "addresses" had too many elements');
                            }
                            obj.addresses.push(reader.string());
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            }, function* (reader, length, prefix, opts = {}) {
                const obj = {
                    addresses: 0
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            yield {
                                field: `${prefix}.server`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        case 2: {
                            if (opts.limits?.addresses != null && obj.addresses === opts.limits.addresses) {
                                throw new MaxLengthError('Streaming decode error - repeated field "addresses" had too many elements');
                            }
                            yield {
                                field: `${prefix}.addresses[]`,
                                index: obj.addresses,
                                value: reader.string()
                            };
                            obj.addresses++;
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, Home.codec());
    }
    Home.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, Home.codec(), opts);
    }
    Home.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, Home.codec(), opts);
    }
    Home.stream = stream;
})(Home || (Home = {}));
export var MailboxGrant;
(function (MailboxGrant) {
    let _codec;
    MailboxGrant.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.version != null && obj.version !== 0)) {
                    w.uint32(8);
                    w.uint32(obj.version);
                }
                if ((obj.owner != null && obj.owner.byteLength > 0)) {
                    w.uint32(18);
                    w.bytes(obj.owner);
                }
                if ((obj.depositor != null && obj.depositor.byteLength > 0)) {
                    w.uint32(26);
                    w.bytes(obj.depositor);
                }
                if ((obj.scope != null && obj.scope !== 0)) {
                    w.uint32(32);
                    w.uint32(obj.scope);
                }
                if ((obj.serial != null && obj.serial !== 0n)) {
                    w.uint32(40);
                    writeUint64(w, obj.serial);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    version: 0,
                    owner: uint8ArrayAlloc(0),
                    depositor: uint8ArrayAlloc(0),
                    scope: 0,
                    serial: 0n
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.version = reader.uint32();
                            break;
                        }
                        case 2: {
                            obj.owner = reader.bytes();
                            break;
                        }
                        case 3: {
                            obj.depositor = reader.bytes();
                            break;
                        }
                        case 4: {
                            obj.scope = reader.uint32();
                            break;
                        }
                        case 5: {
                            obj.serial = reader.uint64();
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            }, function* (reader, length, prefix, opts = {}) {
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            yield {
                                field: `${prefix}.version`,
                                value: reader.uint32()
                            };
                            break;
                        }
                        case 2: {
                            yield {
                                field: `${prefix}.owner`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        case 3: {
                            yield {
                                field: `${prefix}.depositor`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        case 4: {
                            yield {
                                field: `${prefix}.scope`,
                                value: reader.uint32()
                            };
                            break;
                        }
                        case 5: {
                            yield {
                                field: `${prefix}.serial`,
                                value: reader.uint64()
                            };
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, MailboxGrant.codec());
    }
    MailboxGrant.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, MailboxGrant.codec(), opts);
    }
    MailboxGrant.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, MailboxGrant.codec(), opts);
    }
    MailboxGrant.stream = stream;
})(MailboxGrant || (MailboxGrant = {}));
export var GrantRevocation;
(function (GrantRevocation) {
    let _codec;
    GrantRevocation.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.version != null && obj.version !== 0)) {
                    w.uint32(8);
                    w.uint32(obj.version);
                }
                if ((obj.owner != null && obj.owner.byteLength > 0)) {
                    w.uint32(18);
                    w.bytes(obj.owner);
                }
                if ((obj.depositor != null && obj.depositor.byteLength > 0)) {
                    w.uint32(26);
                    w.bytes(obj.depositor);
                }
                if ((obj.scope != null && obj.scope !== 0)) {
                    w.uint32(32);
                    w.uint32(obj.scope);
                }
                if ((obj.serial != null && obj.serial !== 0n)) {
                    w.uint32(40);
                    writeUint64(w, obj.serial);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    version: 0,
                    owner: uint8ArrayAlloc(0),
                    depositor: uint8ArrayAlloc(0),
                    scope: 0,
                    serial: 0n
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.version = reader.uint32();
                            break;
                        }
                        case 2: {
                            obj.owner = reader.bytes();
                            break;
                        }
                        case 3: {
                            obj.depositor = reader.bytes();
                            break;
                        }
                        case 4: {
                            obj.scope = reader.uint32();
                            break;
                        }
                        case 5: {
                            obj.serial = reader.uint64();
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            }, function* (reader, length, prefix, opts = {}) {
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            yield {
                                field: `${prefix}.version`,
                                value: reader.uint32()
                            };
                            break;
                        }
                        case 2: {
                            yield {
                                field: `${prefix}.owner`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        case 3: {
                            yield {
                                field: `${prefix}.depositor`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        case 4: {
                            yield {
                                field: `${prefix}.scope`,
                                value: reader.uint32()
                            };
                            break;
                        }
                        case 5: {
                            yield {
                                field: `${prefix}.serial`,
                                value: reader.uint64()
                            };
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, GrantRevocation.codec());
    }
    GrantRevocation.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, GrantRevocation.codec(), opts);
    }
    GrantRevocation.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, GrantRevocation.codec(), opts);
    }
    GrantRevocation.stream = stream;
})(GrantRevocation || (GrantRevocation = {}));
export var ServerStatement;
(function (ServerStatement) {
    let _codec;
    ServerStatement.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.version != null && obj.version !== 0)) {
                    w.uint32(8);
                    w.uint32(obj.version);
                }
                if ((obj.server != null && obj.server.byteLength > 0)) {
                    w.uint32(18);
                    w.bytes(obj.server);
                }
                if ((obj.name != null && obj.name !== '')) {
                    w.uint32(26);
                    w.string(obj.name);
                }
                if ((obj.maxNameLength != null && obj.maxNameLength !== 0)) {
                    w.uint32(32);
                    w.uint32(obj.maxNameLength);
                }
                if ((obj.email != null && obj.email !== 0)) {
                    w.uint32(40);
                    w.uint32(obj.email);
                }
                if ((obj.tokenRequired != null && obj.tokenRequired !== false)) {
                    w.uint32(48);
                    w.bool(obj.tokenRequired);
                }
                if ((obj.mailLifetimeS != null && obj.mailLifetimeS !== 0n)) {
                    w.uint32(56);
                    writeUint64(w, obj.mailLifetimeS);
                }
                if ((obj.issuedAt != null && obj.issuedAt !== 0n)) {
                    w.uint32(64);
                    writeUint64(w, obj.issuedAt);
                }
                if ((obj.closed != null && obj.closed !== false)) {
                    w.uint32(160);
                    w.bool(obj.closed);
                }
                if (obj.relay != null) {
                    w.uint32(560);
                    w.bool(obj.relay);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    version: 0,
                    server: uint8ArrayAlloc(0),
                    name: '',
                    maxNameLength: 0,
                    email: 0,
                    tokenRequired: false,
                    mailLifetimeS: 0n,
                    issuedAt: 0n,
                    closed: false
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.version = reader.uint32();
                            break;
                        }
                        case 2: {
                            obj.server = reader.bytes();
                            break;
                        }
                        case 3: {
                            obj.name = reader.string();
                            break;
                        }
                        case 4: {
                            obj.maxNameLength = reader.uint32();
                            break;
                        }
                        case 5: {
                            obj.email = reader.uint32();
                            break;
                        }
                        case 6: {
                            obj.tokenRequired = reader.bool();
                            break;
                        }
                        case 7: {
                            obj.mailLifetimeS = reader.uint64();
                            break;
                        }
                        case 8: {
                            obj.issuedAt = reader.uint64();
                            break;
                        }
                        case 20: {
                            obj.closed = reader.bool();
                            break;
                        }
                        case 70: {
                            obj.relay = reader.bool();
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            }, function* (reader, length, prefix, opts = {}) {
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            yield {
                                field: `${prefix}.version`,
                                value: reader.uint32()
                            };
                            break;
                        }
                        case 2: {
                            yield {
                                field: `${prefix}.server`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        case 3: {
                            yield {
                                field: `${prefix}.name`,
                                value: reader.string()
                            };
                            break;
                        }
                        case 4: {
                            yield {
                                field: `${prefix}.maxNameLength`,
                                value: reader.uint32()
                            };
                            break;
                        }
                        case 5: {
                            yield {
                                field: `${prefix}.email`,
                                value: reader.uint32()
                            };
                            break;
                        }
                        case 6: {
                            yield {
                                field: `${prefix}.tokenRequired`,
                                value: reader.bool()
                            };
                            break;
                        }
                        case 7: {
                            yield {
                                field: `${prefix}.mailLifetimeS`,
                                value: reader.uint64()
                            };
                            break;
                        }
                        case 8: {
                            yield {
                                field: `${prefix}.issuedAt`,
                                value: reader.uint64()
                            };
                            break;
                        }
                        case 20: {
                            yield {
                                field: `${prefix}.closed`,
                                value: reader.bool()
                            };
                            break;
                        }
                        case 70: {
                            yield {
                                field: `${prefix}.relay`,
                                value: reader.bool()
                            };
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, ServerStatement.codec());
    }
    ServerStatement.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, ServerStatement.codec(), opts);
    }
    ServerStatement.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, ServerStatement.codec(), opts);
    }
    ServerStatement.stream = stream;
})(ServerStatement || (ServerStatement = {}));
export var AddressRecord;
(function (AddressRecord) {
    let _codec;
    AddressRecord.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.version != null && obj.version !== 0)) {
                    w.uint32(8);
                    w.uint32(obj.version);
                }
                if ((obj.account != null && obj.account.byteLength > 0)) {
                    w.uint32(18);
                    w.bytes(obj.account);
                }
                if ((obj.device != null && obj.device.byteLength > 0)) {
                    w.uint32(26);
                    w.bytes(obj.device);
                }
                if ((obj.epoch != null && obj.epoch !== 0n)) {
                    w.uint32(32);
                    writeUint64(w, obj.epoch);
                }
                if (obj.addresses != null && obj.addresses.length > 0) {
                    for (const value of obj.addresses) {
                        w.uint32(42);
                        w.string(value);
                    }
                }
                if ((obj.sequence != null && obj.sequence !== 0n)) {
                    w.uint32(48);
                    writeUint64(w, obj.sequence);
                }
                if ((obj.issuedAt != null && obj.issuedAt !== 0n)) {
                    w.uint32(56);
                    writeUint64(w, obj.issuedAt);
                }
                if ((obj.expiresAt != null && obj.expiresAt !== 0n)) {
                    w.uint32(64);
                    writeUint64(w, obj.expiresAt);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    version: 0,
                    account: uint8ArrayAlloc(0),
                    device: uint8ArrayAlloc(0),
                    epoch: 0n,
                    addresses: [],
                    sequence: 0n,
                    issuedAt: 0n,
                    expiresAt: 0n
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.version = reader.uint32();
                            break;
                        }
                        case 2: {
                            obj.account = reader.bytes();
                            break;
                        }
                        case 3: {
                            obj.device = reader.bytes();
                            break;
                        }
                        case 4: {
                            obj.epoch = reader.uint64();
                            break;
                        }
                        case 5: {
                            if (opts.limits?.addresses != null && obj.addresses.length === opts.limits.addresses) {
                                throw new MaxLengthError('Decode error - repeated field "addresses" had too many elements');
                            }
                            obj.addresses.push(reader.string());
                            break;
                        }
                        case 6: {
                            obj.sequence = reader.uint64();
                            break;
                        }
                        case 7: {
                            obj.issuedAt = reader.uint64();
                            break;
                        }
                        case 8: {
                            obj.expiresAt = reader.uint64();
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            }, function* (reader, length, prefix, opts = {}) {
                const obj = {
                    addresses: 0
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            yield {
                                field: `${prefix}.version`,
                                value: reader.uint32()
                            };
                            break;
                        }
                        case 2: {
                            yield {
                                field: `${prefix}.account`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        case 3: {
                            yield {
                                field: `${prefix}.device`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        case 4: {
                            yield {
                                field: `${prefix}.epoch`,
                                value: reader.uint64()
                            };
                            break;
                        }
                        case 5: {
                            if (opts.limits?.addresses != null && obj.addresses === opts.limits.addresses) {
                                throw new MaxLengthError('Streaming decode error - repeated field "addresses" had too many elements');
                            }
                            yield {
                                field: `${prefix}.addresses[]`,
                                index: obj.addresses,
                                value: reader.string()
                            };
                            obj.addresses++;
                            break;
                        }
                        case 6: {
                            yield {
                                field: `${prefix}.sequence`,
                                value: reader.uint64()
                            };
                            break;
                        }
                        case 7: {
                            yield {
                                field: `${prefix}.issuedAt`,
                                value: reader.uint64()
                            };
                            break;
                        }
                        case 8: {
                            yield {
                                field: `${prefix}.expiresAt`,
                                value: reader.uint64()
                            };
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, AddressRecord.codec());
    }
    AddressRecord.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, AddressRecord.codec(), opts);
    }
    AddressRecord.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, AddressRecord.codec(), opts);
    }
    AddressRecord.stream = stream;
})(AddressRecord || (AddressRecord = {}));
export var Prekey;
(function (Prekey) {
    let _codec;
    Prekey.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.id != null && obj.id !== 0)) {
                    w.uint32(8);
                    w.uint32(obj.id);
                }
                if ((obj.key != null && obj.key.byteLength > 0)) {
                    w.uint32(18);
                    w.bytes(obj.key);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    id: 0,
                    key: uint8ArrayAlloc(0)
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.id = reader.uint32();
                            break;
                        }
                        case 2: {
                            obj.key = reader.bytes();
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            }, function* (reader, length, prefix, opts = {}) {
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            yield {
                                field: `${prefix}.id`,
                                value: reader.uint32()
                            };
                            break;
                        }
                        case 2: {
                            yield {
                                field: `${prefix}.key`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, Prekey.codec());
    }
    Prekey.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, Prekey.codec(), opts);
    }
    Prekey.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, Prekey.codec(), opts);
    }
    Prekey.stream = stream;
})(Prekey || (Prekey = {}));
export var PrekeyBundle;
(function (PrekeyBundle) {
    let _codec;
    PrekeyBundle.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.version != null && obj.version !== 0)) {
                    w.uint32(8);
                    w.uint32(obj.version);
                }
                if ((obj.account != null && obj.account.byteLength > 0)) {
                    w.uint32(18);
                    w.bytes(obj.account);
                }
                if ((obj.device != null && obj.device.byteLength > 0)) {
                    w.uint32(26);
                    w.bytes(obj.device);
                }
                if ((obj.epoch != null && obj.epoch !== 0n)) {
                    w.uint32(32);
                    writeUint64(w, obj.epoch);
                }
                if (obj.signedPrekey != null) {
                    w.uint32(42);
                    Prekey.codec().encode(obj.signedPrekey, w);
                }
                if (obj.lastResort != null) {
                    w.uint32(50);
                    Prekey.codec().encode(obj.lastResort, w);
                }
                if (obj.oneTimeHashes != null && obj.oneTimeHashes.length > 0) {
                    for (const value of obj.oneTimeHashes) {
                        w.uint32(58);
                        w.bytes(value);
                    }
                }
                if ((obj.createdAt != null && obj.createdAt !== 0n)) {
                    w.uint32(64);
                    writeUint64(w, obj.createdAt);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    version: 0,
                    account: uint8ArrayAlloc(0),
                    device: uint8ArrayAlloc(0),
                    epoch: 0n,
                    oneTimeHashes: [],
                    createdAt: 0n
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.version = reader.uint32();
                            break;
                        }
                        case 2: {
                            obj.account = reader.bytes();
                            break;
                        }
                        case 3: {
                            obj.device = reader.bytes();
                            break;
                        }
                        case 4: {
                            obj.epoch = reader.uint64();
                            break;
                        }
                        case 5: {
                            obj.signedPrekey = Prekey.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.signedPrekey
                            });
                            break;
                        }
                        case 6: {
                            obj.lastResort = Prekey.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.lastResort
                            });
                            break;
                        }
                        case 7: {
                            if (opts.limits?.oneTimeHashes != null && obj.oneTimeHashes.length === opts.limits.oneTimeHashes) {
                                throw new MaxLengthError('Decode error - repeated field "oneTimeHashes" had too many elements');
                            }
                            obj.oneTimeHashes.push(reader.bytes());
                            break;
                        }
                        case 8: {
                            obj.createdAt = reader.uint64();
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            }, function* (reader, length, prefix, opts = {}) {
                const obj = {
                    oneTimeHashes: 0
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            yield {
                                field: `${prefix}.version`,
                                value: reader.uint32()
                            };
                            break;
                        }
                        case 2: {
                            yield {
                                field: `${prefix}.account`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        case 3: {
                            yield {
                                field: `${prefix}.device`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        case 4: {
                            yield {
                                field: `${prefix}.epoch`,
                                value: reader.uint64()
                            };
                            break;
                        }
                        case 5: {
                            yield* Prekey.codec().stream(reader, reader.uint32(), `${prefix}.signedPrekey`, {
                                limits: opts.limits?.signedPrekey
                            });
                            break;
                        }
                        case 6: {
                            yield* Prekey.codec().stream(reader, reader.uint32(), `${prefix}.lastResort`, {
                                limits: opts.limits?.lastResort
                            });
                            break;
                        }
                        case 7: {
                            if (opts.limits?.oneTimeHashes != null && obj.oneTimeHashes === opts.limits.oneTimeHashes) {
                                throw new MaxLengthError('Streaming decode error - repeated field "oneTimeHashes" had too many elements');
                            }
                            yield {
                                field: `${prefix}.oneTimeHashes[]`,
                                index: obj.oneTimeHashes,
                                value: reader.bytes()
                            };
                            obj.oneTimeHashes++;
                            break;
                        }
                        case 8: {
                            yield {
                                field: `${prefix}.createdAt`,
                                value: reader.uint64()
                            };
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, PrekeyBundle.codec());
    }
    PrekeyBundle.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, PrekeyBundle.codec(), opts);
    }
    PrekeyBundle.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, PrekeyBundle.codec(), opts);
    }
    PrekeyBundle.stream = stream;
})(PrekeyBundle || (PrekeyBundle = {}));
export var OneTimePrekey;
(function (OneTimePrekey) {
    let _codec;
    OneTimePrekey.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.id != null && obj.id !== 0)) {
                    w.uint32(8);
                    w.uint32(obj.id);
                }
                if ((obj.key != null && obj.key.byteLength > 0)) {
                    w.uint32(18);
                    w.bytes(obj.key);
                }
                if ((obj.kemKey != null && obj.kemKey.byteLength > 0)) {
                    w.uint32(26);
                    w.bytes(obj.kemKey);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    id: 0,
                    key: uint8ArrayAlloc(0),
                    kemKey: uint8ArrayAlloc(0)
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.id = reader.uint32();
                            break;
                        }
                        case 2: {
                            obj.key = reader.bytes();
                            break;
                        }
                        case 3: {
                            obj.kemKey = reader.bytes();
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            }, function* (reader, length, prefix, opts = {}) {
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            yield {
                                field: `${prefix}.id`,
                                value: reader.uint32()
                            };
                            break;
                        }
                        case 2: {
                            yield {
                                field: `${prefix}.key`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        case 3: {
                            yield {
                                field: `${prefix}.kemKey`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, OneTimePrekey.codec());
    }
    OneTimePrekey.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, OneTimePrekey.codec(), opts);
    }
    OneTimePrekey.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, OneTimePrekey.codec(), opts);
    }
    OneTimePrekey.stream = stream;
})(OneTimePrekey || (OneTimePrekey = {}));
export var DepositReceipt;
(function (DepositReceipt) {
    let _codec;
    DepositReceipt.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.version != null && obj.version !== 0)) {
                    w.uint32(8);
                    w.uint32(obj.version);
                }
                if ((obj.server != null && obj.server.byteLength > 0)) {
                    w.uint32(18);
                    w.bytes(obj.server);
                }
                if ((obj.owner != null && obj.owner.byteLength > 0)) {
                    w.uint32(26);
                    w.bytes(obj.owner);
                }
                if ((obj.depositor != null && obj.depositor.byteLength > 0)) {
                    w.uint32(34);
                    w.bytes(obj.depositor);
                }
                if ((obj.envelopeId != null && obj.envelopeId.byteLength > 0)) {
                    w.uint32(42);
                    w.bytes(obj.envelopeId);
                }
                if ((obj.sequence != null && obj.sequence !== 0n)) {
                    w.uint32(48);
                    writeUint64(w, obj.sequence);
                }
                if ((obj.storedAt != null && obj.storedAt !== 0n)) {
                    w.uint32(56);
                    writeUint64(w, obj.storedAt);
                }
                if ((obj.expiresAt != null && obj.expiresAt !== 0n)) {
                    w.uint32(64);
                    writeUint64(w, obj.expiresAt);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    version: 0,
                    server: uint8ArrayAlloc(0),
                    owner: uint8ArrayAlloc(0),
                    depositor: uint8ArrayAlloc(0),
                    envelopeId: uint8ArrayAlloc(0),
                    sequence: 0n,
                    storedAt: 0n,
                    expiresAt: 0n
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.version = reader.uint32();
                            break;
                        }
                        case 2: {
                            obj.server = reader.bytes();
                            break;
                        }
                        case 3: {
                            obj.owner = reader.bytes();
                            break;
                        }
                        case 4: {
                            obj.depositor = reader.bytes();
                            break;
                        }
                        case 5: {
                            obj.envelopeId = reader.bytes();
                            break;
                        }
                        case 6: {
                            obj.sequence = reader.uint64();
                            break;
                        }
                        case 7: {
                            obj.storedAt = reader.uint64();
                            break;
                        }
                        case 8: {
                            obj.expiresAt = reader.uint64();
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            }, function* (reader, length, prefix, opts = {}) {
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            yield {
                                field: `${prefix}.version`,
                                value: reader.uint32()
                            };
                            break;
                        }
                        case 2: {
                            yield {
                                field: `${prefix}.server`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        case 3: {
                            yield {
                                field: `${prefix}.owner`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        case 4: {
                            yield {
                                field: `${prefix}.depositor`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        case 5: {
                            yield {
                                field: `${prefix}.envelopeId`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        case 6: {
                            yield {
                                field: `${prefix}.sequence`,
                                value: reader.uint64()
                            };
                            break;
                        }
                        case 7: {
                            yield {
                                field: `${prefix}.storedAt`,
                                value: reader.uint64()
                            };
                            break;
                        }
                        case 8: {
                            yield {
                                field: `${prefix}.expiresAt`,
                                value: reader.uint64()
                            };
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, DepositReceipt.codec());
    }
    DepositReceipt.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, DepositReceipt.codec(), opts);
    }
    DepositReceipt.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, DepositReceipt.codec(), opts);
    }
    DepositReceipt.stream = stream;
})(DepositReceipt || (DepositReceipt = {}));
export var Invite;
(function (Invite) {
    let _codec;
    Invite.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.version != null && obj.version !== 0)) {
                    w.uint32(8);
                    w.uint32(obj.version);
                }
                if (obj.home != null) {
                    w.uint32(18);
                    Home.codec().encode(obj.home, w);
                }
                if ((obj.account != null && obj.account.byteLength > 0)) {
                    w.uint32(26);
                    w.bytes(obj.account);
                }
                if ((obj.name != null && obj.name !== '')) {
                    w.uint32(34);
                    w.string(obj.name);
                }
                if ((obj.token != null && obj.token.byteLength > 0)) {
                    w.uint32(42);
                    w.bytes(obj.token);
                }
                if ((obj.device != null && obj.device.byteLength > 0)) {
                    w.uint32(50);
                    w.bytes(obj.device);
                }
                if (obj.addresses != null && obj.addresses.length > 0) {
                    for (const value of obj.addresses) {
                        w.uint32(58);
                        w.bytes(value);
                    }
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    version: 0,
                    account: uint8ArrayAlloc(0),
                    name: '',
                    token: uint8ArrayAlloc(0),
                    device: uint8ArrayAlloc(0),
                    addresses: []
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.version = reader.uint32();
                            break;
                        }
                        case 2: {
                            obj.home = Home.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.home
                            });
                            break;
                        }
                        case 3: {
                            obj.account = reader.bytes();
                            break;
                        }
                        case 4: {
                            obj.name = reader.string();
                            break;
                        }
                        case 5: {
                            obj.token = reader.bytes();
                            break;
                        }
                        case 6: {
                            obj.device = reader.bytes();
                            break;
                        }
                        case 7: {
                            if (opts.limits?.addresses != null && obj.addresses.length === opts.limits.addresses) {
                                throw new MaxLengthError('Decode error - repeated field "addresses" had too many elements');
                            }
                            obj.addresses.push(reader.bytes());
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            }, function* (reader, length, prefix, opts = {}) {
                const obj = {
                    addresses: 0
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            yield {
                                field: `${prefix}.version`,
                                value: reader.uint32()
                            };
                            break;
                        }
                        case 2: {
                            yield* Home.codec().stream(reader, reader.uint32(), `${prefix}.home`, {
                                limits: opts.limits?.home
                            });
                            break;
                        }
                        case 3: {
                            yield {
                                field: `${prefix}.account`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        case 4: {
                            yield {
                                field: `${prefix}.name`,
                                value: reader.string()
                            };
                            break;
                        }
                        case 5: {
                            yield {
                                field: `${prefix}.token`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        case 6: {
                            yield {
                                field: `${prefix}.device`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        case 7: {
                            if (opts.limits?.addresses != null && obj.addresses === opts.limits.addresses) {
                                throw new MaxLengthError('Streaming decode error - repeated field "addresses" had too many elements');
                            }
                            yield {
                                field: `${prefix}.addresses[]`,
                                index: obj.addresses,
                                value: reader.bytes()
                            };
                            obj.addresses++;
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, Invite.codec());
    }
    Invite.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, Invite.codec(), opts);
    }
    Invite.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, Invite.codec(), opts);
    }
    Invite.stream = stream;
})(Invite || (Invite = {}));
export var FriendRequest;
(function (FriendRequest) {
    let _codec;
    FriendRequest.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.version != null && obj.version !== 0)) {
                    w.uint32(8);
                    w.uint32(obj.version);
                }
                if ((obj.to != null && obj.to.byteLength > 0)) {
                    w.uint32(18);
                    w.bytes(obj.to);
                }
                if (obj.statement != null) {
                    w.uint32(26);
                    Signed.codec().encode(obj.statement, w);
                }
                if (obj.certificate != null) {
                    w.uint32(34);
                    Signed.codec().encode(obj.certificate, w);
                }
                if (obj.home != null) {
                    w.uint32(42);
                    Home.codec().encode(obj.home, w);
                }
                if (obj.grant != null) {
                    w.uint32(50);
                    Signed.codec().encode(obj.grant, w);
                }
                if ((obj.greeting != null && obj.greeting !== '')) {
                    w.uint32(58);
                    w.string(obj.greeting);
                }
                if ((obj.sentAt != null && obj.sentAt !== 0n)) {
                    w.uint32(64);
                    writeUint64(w, obj.sentAt);
                }
                if (obj.later != null && obj.later.length > 0) {
                    for (const value of obj.later) {
                        w.uint32(162);
                        Signed.codec().encode(value, w);
                    }
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    version: 0,
                    to: uint8ArrayAlloc(0),
                    greeting: '',
                    sentAt: 0n,
                    later: []
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.version = reader.uint32();
                            break;
                        }
                        case 2: {
                            obj.to = reader.bytes();
                            break;
                        }
                        case 3: {
                            obj.statement = Signed.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.statement
                            });
                            break;
                        }
                        case 4: {
                            obj.certificate = Signed.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.certificate
                            });
                            break;
                        }
                        case 5: {
                            obj.home = Home.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.home
                            });
                            break;
                        }
                        case 6: {
                            obj.grant = Signed.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.grant
                            });
                            break;
                        }
                        case 7: {
                            obj.greeting = reader.string();
                            break;
                        }
                        case 8: {
                            obj.sentAt = reader.uint64();
                            break;
                        }
                        case 20: {
                            if (opts.limits?.later != null && obj.later.length === opts.limits.later) {
                                throw new MaxLengthError('Decode error - repeated field "later" had too many elements');
                            }
                            obj.later.push(Signed.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.later$
                            }));
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            }, function* (reader, length, prefix, opts = {}) {
                const obj = {
                    later: 0
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            yield {
                                field: `${prefix}.version`,
                                value: reader.uint32()
                            };
                            break;
                        }
                        case 2: {
                            yield {
                                field: `${prefix}.to`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        case 3: {
                            yield* Signed.codec().stream(reader, reader.uint32(), `${prefix}.statement`, {
                                limits: opts.limits?.statement
                            });
                            break;
                        }
                        case 4: {
                            yield* Signed.codec().stream(reader, reader.uint32(), `${prefix}.certificate`, {
                                limits: opts.limits?.certificate
                            });
                            break;
                        }
                        case 5: {
                            yield* Home.codec().stream(reader, reader.uint32(), `${prefix}.home`, {
                                limits: opts.limits?.home
                            });
                            break;
                        }
                        case 6: {
                            yield* Signed.codec().stream(reader, reader.uint32(), `${prefix}.grant`, {
                                limits: opts.limits?.grant
                            });
                            break;
                        }
                        case 7: {
                            yield {
                                field: `${prefix}.greeting`,
                                value: reader.string()
                            };
                            break;
                        }
                        case 8: {
                            yield {
                                field: `${prefix}.sentAt`,
                                value: reader.uint64()
                            };
                            break;
                        }
                        case 20: {
                            if (opts.limits?.later != null && obj.later === opts.limits.later) {
                                throw new MaxLengthError('Streaming decode error - repeated field "later" had too many elements');
                            }
                            for (const evt of Signed.codec().stream(reader, reader.uint32(), `${prefix}.later[]`, {
                                limits: opts.limits?.later$
                            })) {
                                yield {
                                    ...evt,
                                    index: obj.later
                                };
                            }
                            obj.later++;
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, FriendRequest.codec());
    }
    FriendRequest.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, FriendRequest.codec(), opts);
    }
    FriendRequest.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, FriendRequest.codec(), opts);
    }
    FriendRequest.stream = stream;
})(FriendRequest || (FriendRequest = {}));
