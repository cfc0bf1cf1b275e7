namespace Matchmaking.Routes;

/// <summary>The duties that follow the routes. The ids are the same for all acts, the paragraph is the route's own.</summary>
internal static class Duties
{
    public const string Document = "DOCUMENT";
    public const string AfterNotice = "AFTER_NOTICE";
    public const string Standstill = "STANDSTILL";
    public const string MaxThreeYears = "MAX_THREE_YEARS";

    /// <summary>The platform's advice where the text of the law does not decide; no duty of law.</summary>
    public static readonly Duty LegalReview = new("LEGAL_REVIEW", "", "Stäm av med jurist innan vägen väljs.");

    public static readonly Duty ThreeYears = new(MaxThreeYears, "LOU 19 kap. 25 §", "Avtalet får gälla i högst tre år, förlängningar inräknade.");

    /// <summary>Documentation of a direct award.</summary>
    public const string ReasonsParagraph = "LOU 19 a kap. 11 §";

    /// <summary>Notice after a concession.</summary>
    public const string ConcessionNoticeParagraph = "LUK 15 kap. 5 §";

    // Documentation has no floor here (15:9).
    public static readonly Duty OfConcession = new(Document, "LUK 15 kap. 9 §", "Dokumentera upphandlingen, från första kronan.");

    public static Duty ReasonsOf(Limit? limit) =>
        new(Document, ReasonsParagraph, "Dokumentera upphandlingen och skälen för besluten; klart senast 30 dagar efter avtalet.", limit);

    public static Duty NoticeOf(Limit? limit) =>
        new(AfterNotice, "LOU 19 a kap. 13 §", "Efterannonsera inom 30 dagar; tjänster i bilaga 2 får samlas per kvartal.", limit);

    public static Duty ConcessionNoticeOf(Limit? limit) => new(
        AfterNotice, ConcessionNoticeParagraph, "Efterannonsera inom 48 dagar när värdet når fem procent av tröskelvärdet (8 kap. 6 §).", limit);

    /// <summary>Duties of a direct award; each is owed only when it is certain from the value.</summary>
    public static IEnumerable<Duty?> OfDirectAward(Scene scene, Money value)
    {
        var document = scene.Rules.Limit("lou.documentation", scene.Date);
        var notice = scene.Rules.Limit("lou.after-notice", scene.Date);
        if (value.Above(document?.AmountSek) == Answer.Yes) yield return ReasonsOf(document);
        if (Logic.Not(value.Below(notice?.AmountSek)) == Answer.Yes) yield return NoticeOf(notice);
        if (scene.Need.IntentionNotice.Answer() == Answer.Yes)
            yield return new Duty(Standstill, "LOU 20 kap. 3 §", "En annons om avsikt ger avtalsspärr: vänta tio dagar från publiceringen.");
    }

    public static readonly Duty[] OfAdvertised =
    [
        new(Document, "LOU 19 kap. 22 §", "Dokumentera hela upphandlingen, från första kronan."),
        new(AfterNotice, "LOU 19 kap. 7 §", "Efterannonsera resultatet inom 30 dagar; tjänster i bilaga 2 och inköp i dynamiskt inköpssystem får samlas per kvartal."),
        new(Standstill, "LOU 20 kap. 1 §", "Avtalsspärr: 10 dagar från elektronisk underrättelse, annars 15, längre om underrättelsen säger det."),
    ];

    public static readonly Duty[] OfDirective =
    [
        new(Document, "LOU 12 kap. 14 §", "Dokumentera upphandlingen och ta fram den individuella rapporten (12 kap. 15 §)."),
        new(AfterNotice, "LOU 10 kap. 4 §", "Efterannonsera resultatet inom 30 dagar."),
        new(Standstill, "LOU 20 kap. 1 §", "Avtalsspärr: 10 dagar från elektronisk underrättelse, annars 15, längre om underrättelsen säger det."),
    ];
}
