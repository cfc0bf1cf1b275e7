using Matchmaking.Routes;

namespace Matchmaking.Deals;

/// <summary>What the buyer has to do because a deal was signed, with its last day. Support for the memory, not legal advice.</summary>
/// <param name="Id">DOCUMENT, AFTER_NOTICE, STANDSTILL or MAX_THREE_YEARS.</param>
/// <param name="Paragraph">Where it stands; both when it is not known which of two applies.</param>
/// <param name="Text">What to do, in Swedish.</param>
/// <param name="Owed">yes, or unknown when no rule of the platform holds on the day of signing or the value does not decide it.</param>
/// <param name="DueOn">The last day; null when the law names none, or when it is not known.</param>
/// <param name="BatchedDueOn">The last day when services in bilaga 2 are gathered by quarter; null for other purchases.</param>
/// <param name="Limit">The limit of the day of signing that it depends on, or null.</param>
public sealed record DealDuty(string Id, string Paragraph, string Text, Answer Owed, DateOnly? DueOn, DateOnly? BatchedDueOn, Limit? Limit);

/// <summary>The duties of a signed deal, from its route, its value and the dated rules of the day when it was signed.</summary>
internal static class DealDuties
{
    private const string LouDays = "lou.after-notice-days";

    public static IReadOnlyList<DealDuty> Of(Deal deal)
    {
        if (deal is not { SignedOn: { } signed, Route: { } route, AgreedValueSek: { } value, Status: not DealStatus.Withdrawn }) return [];
        // Options are in the agreed value (LOU 5 kap. 3 §), so nothing of it is open.
        var scene = new Scene(new RouteInput(new NeedFacts
        {
            Cpv = deal.CpvCodes.Count > 0 ? Fact<IReadOnlyList<string>>.Known(deal.CpvCodes) : Fact<IReadOnlyList<string>>.Unknown,
            ValueSek = value,
        }), signed, RuleBook.Current);
        return [.. Follow(route, scene, Money.Exactly(value)).Select(owed => Dated(owed.Duty, owed.Owed, scene, deal, signed))];
    }

    private static IEnumerable<(Duty Duty, Answer Owed)> Follow(string route, Scene scene, Money value) => route switch
    {
        RouteCodes.DirectAward => OfDirectAward(scene, value),
        RouteCodes.SingleSupplier => scene.Directive == Answer.Yes
            // Nothing was advertised that a standstill could follow.
            ? Certain(Duties.OfDirective).Where(owed => owed.Duty.Id != Duties.Standstill)
            : OfDirectAward(scene, value),
        RouteCodes.Advertised or RouteCodes.Reserved25A => Certain(Duties.OfAdvertised),
        RouteCodes.Reserved25 => Certain([.. Duties.OfAdvertised, Duties.ThreeYears]),
        RouteCodes.Directive => Certain(Duties.OfDirective),
        // A clause can be put in a direct award as well; where it was put in is told by the value.
        RouteCodes.EmploymentClause when scene.Direct == Answer.Yes => OfDirectAward(scene, value),
        RouteCodes.Reserved418 or RouteCodes.EmploymentClause or RouteCodes.Innovation => scene.Directive switch
        {
            Answer.Yes => Certain(Duties.OfDirective),
            Answer.No => Certain(Duties.OfAdvertised),
            _ => Certain(Duties.OfAdvertised.Zip(Duties.OfDirective, Either)),
        },
        RouteCodes.ConcessionDirect => OfConcession(scene, value),
        // Call-offs are not noticed afterwards (10:4, 19:7), LOV has no award, and the rest is no procurement.
        _ => [],
    };

    private static IEnumerable<(Duty Duty, Answer Owed)> Certain(IEnumerable<Duty> duties) => duties.Select(duty => (duty, Answer.Yes));

    private static Duty Either(Duty below, Duty above) => below.Paragraph == above.Paragraph
        ? below
        : below with { Paragraph = $"{below.Paragraph} eller {above.Paragraph}", Text = $"{below.Text} Om värdet nådde tröskelvärdet avgör vilken paragraf som gäller." };

    private static IEnumerable<(Duty Duty, Answer Owed)> OfDirectAward(Scene scene, Money value)
    {
        var (document, notice) = (scene.Rules.Limit("lou.documentation", scene.Date), scene.Rules.Limit("lou.after-notice", scene.Date));
        return Owed((Duties.ReasonsOf(document), value.Above(document?.AmountSek)), (Duties.NoticeOf(notice), Logic.Not(value.Below(notice?.AmountSek))));
    }

    private static IEnumerable<(Duty Duty, Answer Owed)> OfConcession(Scene scene, Money value)
    {
        var limit = scene.Rules.Limit("luk.direct-award", scene.Date);
        return Owed((Duties.OfConcession, Answer.Yes), (Duties.ConcessionNoticeOf(limit), Logic.Not(value.Below(limit?.AmountSek))));
    }

    private static IEnumerable<(Duty Duty, Answer Owed)> Owed(params (Duty Duty, Answer Owed)[] duties) => duties.Where(duty => duty.Owed != Answer.No);

    private static DealDuty Dated(Duty duty, Answer owed, Scene scene, Deal deal, DateOnly signed)
    {
        var code = (duty.Id, duty.Paragraph) switch
        {
            (Duties.Document, Duties.ReasonsParagraph) => "lou.documentation-days",
            (Duties.AfterNotice, Duties.ConcessionNoticeParagraph) => "luk.after-notice-days",
            (Duties.AfterNotice, _) => LouDays,
            _ => null,
        };
        var days = code is null ? null : (int?)scene.Rules.Number(code, signed);
        // A duty whose term is not known that day is none that the platform may state.
        if (code is not null && days is null) owed = Answer.Unknown;
        var due = duty.Id == Duties.MaxThreeYears && scene.Rules.Number("lou.reserved-months", signed) is { } months
            ? deal.StartsOn?.PlusMonths((int)months).PlusDays(-1)
            : owed == Answer.Yes && days is { } term ? signed.PlusDays(term) : null;
        var batched = code == LouDays && due is not null && scene.Lists("lou.annex-2") == Answer.Yes ? EndOfQuarter(signed).PlusDays(days!.Value) : (DateOnly?)null;
        return new(duty.Id, duty.Paragraph, duty.Text, owed, due, batched, duty.Limit);
    }

    private static DateOnly EndOfQuarter(DateOnly day)
    {
        var last = (day.Month - 1) / 3 * 3 + 3;
        return new(day.Year, last, DateTime.DaysInMonth(day.Year, last));
    }
}
