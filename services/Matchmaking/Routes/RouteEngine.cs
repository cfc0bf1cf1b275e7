namespace Matchmaking.Routes;

/// <summary>
/// The legal routes open for a need, alone or with an enterprise: yes, no or unknown, from dated rules (docs/routes.md).
/// Decision support, not legal advice. Pure: nothing is stored and nothing but the rules of the build is read.
/// </summary>
public static class RouteEngine
{
    /// <summary>Assesses all routes.</summary>
    /// <param name="input">The need, and the enterprise if any.</param>
    /// <param name="today">The day of the value when the need does not say (LOU 5 kap. 5 §).</param>
    public static Assessment Evaluate(RouteInput input, DateOnly today)
    {
        var scene = new Scene(input, today, RuleBook.Current);
        var unknown = UnknownCodes(input.Need);
        List<RouteResult> routes =
        [
            CallOff.Assess(scene), DirectAward.Assess(scene), ByValue.Advertised(scene), ByValue.Directive(scene),
            Reserved418.Assess(scene), Reserved25.Assess(scene), Reserved25A.Assess(scene), Lov.Assess(scene),
            EmploymentClause.Assess(scene), Partnership.Assess(scene), Grant.Assess(scene), ConcessionDirect.Assess(scene),
            SingleSupplierRoute.Assess(scene), OtherRoutes.Innovation(scene), OtherRoutes.Together(scene), OtherRoutes.Outside(scene),
        ];
        if (unknown.Count > 0) routes = [.. routes.Select(route => Refused(route, unknown))];
        return new Assessment(scene.Date, ValueOf(scene), scene.Rules.VersionsAt(scene.Date), unknown, routes);
    }

    /// <summary>CPV codes in the need that do not exist.</summary>
    public static IReadOnlyList<string> UnknownCodes(NeedFacts need) =>
        [.. (need.Cpv.Value ?? []).Concat((need.Parts.Value ?? []).Select(part => part.Cpv.Value).OfType<string>())
            .Where(code => CpvCodes.Find(code) is null).Distinct()];

    private static RouteResult Refused(RouteResult route, IReadOnlyList<string> codes) => new Draft(route.Route)
        .Requires(Answer.Unknown, "", $"Vad CPV-koden {string.Join(", ", codes)} avser; den finns inte.", "Slå upp koden i CPV; en kod som inte finns klassas inte efter sina grannar.")
        .Cites(route.Citations)
        .Finish("");

    private static AssessedValue ValueOf(Scene scene)
    {
        var value = scene.Value;
        var classes = scene.Worlds.Select(world => world.Class switch
        {
            ContractClass.Annex2 => "tjänst i bilaga 2",
            ContractClass.Works => "byggentreprenad",
            ContractClass.Concession => "koncession",
            ContractClass.NoProcurement => "ingen upphandling",
            ContractClass.Exempt => "undantaget från LOU",
            _ => "vara eller tjänst utanför bilaga 2",
        }).Distinct();
        return new AssessedValue(value.Low, value.High, string.Join(" eller ", classes),
            [.. scene.Worlds.SelectMany(world => world.Value.Citations).Distinct()], [.. scene.Worlds.SelectMany(world => world.Value.Notes).Distinct(), .. MixedParts.Notes(scene)]);
    }
}
