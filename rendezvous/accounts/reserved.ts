/**
 * Names that nobody may have, for whoever had one would be taken for the people who run the place: a list of our own, and the operator's.
 * What looks like one of them is refused too, with or without separators. Whoever had such a name before keeps it.
 */
import { skeletonOf } from '../../shared/look-alikes.ts';

/** Roles, not people. Also what mail servers reserve (RFC 2142), where a name could be taken for such an address. */
const BUILT_IN = `
  admin administrator root system sysadmin sysop server operator moderator official staff service
  support help helpdesk security abuse postmaster webmaster hostmaster noreply
  anonymous everyone all null undefined
  miyu rendezvous mailbox directory
  密语 管理员 管理 管理者 系统管理员 超级管理员 系统 系统消息 客服 客服中心 服务器 服务 官方 官方客服 运营 运营商 版主 站长 群主
  帮助 支持 技术支持 安全 安全中心 通知 公告 所有人 全体成员 匿名
  管理員 系統管理員 系統 系統消息 客服中心 伺服器 服務器 服務 運營 幫助 安全中心 公告
`
  .trim()
  .split(/\s+/);

export interface ReservedNames {
  has(name: string): boolean;
}

/** Without separators: `ad-min` reads like `admin`. */
const formOf = (name: string): string => skeletonOf(name.normalize('NFKC')).replaceAll('.', '');

/** @param own the operator's, each a name as people would write it */
export function reservedNames(own: readonly string[]): ReservedNames {
  const forms = new Set([...BUILT_IN, ...own].map(formOf));
  return { has: (name) => forms.has(formOf(name)) };
}
