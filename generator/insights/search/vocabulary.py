"""Words of the field in both languages, so that one finds what the other says: closed values and a short table."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache

from generator.insights.search.folding import fold, is_unspaced, stem
from generator.notes import codes
from generator.source.fields import Code

_CLOSED: tuple[type[Code], ...] = (
    codes.ObjectionKind,
    codes.LessonKind,
    codes.RiskCategory,
    codes.Proximity,
    codes.IntelName,
    codes.Gives,
    codes.ReasonCategory,
    codes.FitLevel,
    codes.EvidenceKind,
    codes.DecisionRole,
    codes.MeetingKind,
    codes.DeliveryModel,
)
# What people type that is no closed value. A word may stand in several rows; each row is a meaning.
_WORDS = (
    "预算=budget", "报价=quote,quotation", "合同=contract", "招标,投标=tender,bid", "客户=customer,client", "承诺,答应=promise,commitment",
    "过度承诺=over-promise", "案例=case,reference", "试点=pilot", "演示=demo,demonstration", "交付=delivery", "勘查,踏勘=survey,visit",
    "现场=site,on-site", "数据=data", "网络=network", "接口=interface,api", "写回,回写=write-back", "集成=integration", "协议=protocol", "设备=device,equipment",
    "网关=gateway", "控制器=controller", "采购=procurement,purchasing,buyer", "决策=decision", "决策人=decision maker", "决策链=decision chain", "竞品,竞争对手,友商=competitor",
    "需求=need,requirement", "风险=risk", "缺口=gap", "替代=workaround,substitute", "性能=performance", "吞吐=throughput", "安全=security", "合规=compliance",
    "权限=permission,access", "单点登录=single sign-on,sso", "脱敏=masking", "备份=backup", "延期,逾期,推迟=late,delay", "排期,进度=schedule", "周期=lead time,timeline",
    "培训=training", "验收=acceptance", "上线=go-live,go live", "定制=custom,customisation,customization", "范围=scope", "价格=price,pricing", "成本=cost", "价值=value",
    "异议=objection", "跟进=follow-up,follow up", "下一步=next step", "会前,战前会=preparation", "纪要=minutes", "开场=opening", "节奏=rhythm", "停机=downtime,stop",
    "产线=line,production line", "门店=store", "医院=hospital", "银行=bank", "零售=retail", "物流=logistics", "制造=manufacturing", "国产化,信创=localisation,domestic",
    "适配=adaptation,certified", "证书=certificate", "测试=test", "第三方=third party,third-party", "维护=maintenance", "预测维护=predictive maintenance",
    "副总=vice president,vp", "信息部=it department", "情报=intelligence", "上限=ceiling,limit", "口径=definition", "缓存=cache,buffer", "证据=evidence,proof",
)  # fmt: skip


@cache
def translations_of(folded: str) -> tuple[str, ...]:
    """What the other language says for a folded word or phrase, folded; nothing where the table does not hold it."""
    return _table().get(_key(folded), ())


@cache
def _table() -> Mapping[str, tuple[str, ...]]:
    found: dict[str, list[str]] = defaultdict(list)
    for chinese, english in (*_closed_pairs(), *_typed_pairs()):
        for left, right in ((chinese, english), (english, chinese)):
            for word in left:
                found[_key(fold(word))] += map(fold, right)
    return {word: tuple(dict.fromkeys(others)) for word, others in found.items()}


def _closed_pairs() -> Iterable[tuple[tuple[str, ...], tuple[str, ...]]]:
    for closed in _CLOSED:
        for member in closed:
            yield (member.zh,), (member.en,)


def _typed_pairs() -> Iterable[tuple[tuple[str, ...], tuple[str, ...]]]:
    for row in _WORDS:
        chinese, _, english = row.partition("=")
        yield tuple(chinese.split(",")), tuple(english.split(","))


def _key(folded: str) -> str:
    """English words in whatever form."""
    return folded if is_unspaced(folded) else " ".join(map(stem, folded.split()))
