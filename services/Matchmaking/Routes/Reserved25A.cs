namespace Matchmaking.Routes;

/// <summary>Reserved for idéburna organisationer (LOU 19 kap. 25 a §, since 2023-01-01), without a limit in time.</summary>
internal static class Reserved25A
{
    public static RouteResult Assess(Scene scene)
    {
        var draft = new Draft(RouteCodes.Reserved25A);
        Reserved25.Authority(draft, scene, "lou.19-25a", "LOU 19 kap. 25 a §");
        draft.Cites("Lag 2022:900 2 §", "Lag 2022:900 8 §");
        if (scene.Enterprise is { } enterprise) Organisation(draft, enterprise);
        if (draft.Answer != Answer.No && scene.Advertised == Answer.Yes) draft.Owes(Duties.OfAdvertised);
        return draft.Finish(scene.Enterprise is null ? "Upphandlingen får reserveras." : "Upphandlingen får reserveras och organisationen får delta.");
    }

    /// <summary>
    /// Registered proves purpose, control and transfers (2, 3 and 8 §§ of 2022:900) but not that the purpose serves this
    /// service. Never registered is no obstacle. Deregistered leaves it open until the cause is known.
    /// </summary>
    private static void Organisation(Draft draft, EnterpriseFacts enterprise)
    {
        draft.Cites("Lag 2022:900 3 §");
        var registered = enterprise.Registered.Answer();
        // Where the registration itself is at issue, what it would have proved, and what it does not prove, is open unless stated.
        var asked = !enterprise.Registered.IsAbsent || !enterprise.DeregisteredOn.IsAbsent;
        Answer Shown(Fact<bool> stated)
        {
            if (stated.IsKnown) return stated.Answer();
            if (registered == Answer.Yes) return Answer.Yes;
            return asked || stated.IsUnknown ? Answer.Unknown : Answer.No;
        }
        var notControlled = enterprise.PublicControl.IsUnknown && registered == Answer.Yes ? Answer.Yes : Logic.Not(enterprise.PublicControl.Answer());
        const string OrRegister = " Registrering hos Kammarkollegiet är det enklaste beviset, men inget krav.";
        draft.Requires(asked && enterprise.PurposeContributesToService.IsAbsent ? Answer.Unknown : enterprise.PurposeContributesToService.Answer(),
                "Det är inte visat att organisationens syfte bidrar till tjänstens mål.",
                "Om organisationens syfte bidrar till tjänstens mål.", "Jämför stadgarnas syfte med tjänsten. Registreringen visar inte detta.")
            .Requires(Shown(enterprise.ExclusivelyPublicBenefitPurpose),
                "Det är inte visat att syftet är uteslutande allmännyttigt.",
                "Om syftet är uteslutande allmännyttigt.", "Läs stadgarna." + OrRegister)
            .Requires(Shown(enterprise.OnlyPermittedValueTransfers),
                "Det är inte visat att organisationen bara gör värdeöverföringar som lagen 2022:900 tillåter.",
                "Om organisationen bara gör tillåtna värdeöverföringar.", "Läs stadgar och årsredovisning." + OrRegister)
            .Requires(notControlled,
                "Stat, region eller kommun har rättsligt bestämmande inflytande.",
                "Om stat, region eller kommun har rättsligt bestämmande inflytande.", "Läs stadgar och ägarförhållanden." + OrRegister);
        if (!enterprise.DeregisteredOn.IsAbsent)
            draft.Requires(Answer.Unknown, "",
                "Varför organisationen avregistrerades.",
                "Fråga Kammarkollegiet om orsaken. Femårsregeln i 8 § andra stycket är inget villkor i 25 a §, men orsaken kan vara ett.").Cites("Lag 2022:900 10 §");
        draft.Notes("Registreringen är frivillig.");
    }
}
