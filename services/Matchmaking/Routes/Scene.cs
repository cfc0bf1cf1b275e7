namespace Matchmaking.Routes;

/// <summary>The facts of one assessment, the worlds they leave open, and what the value rules say in each.</summary>
internal sealed class Scene
{
    public Scene(RouteInput input, DateOnly today, RuleBook rules)
    {
        Need = input.Need;
        Enterprise = input.Enterprise;
        Rules = rules;
        Date = Need.StartDate.IsAbsent ? today : Need.StartDate.IsKnown ? Need.StartDate.Value : null;
        Codes = Classification.Codes(Need);
        Single = SingleSupplierRoute.Ground(Need);
        Failed = DirectAward.AfterFailed(Need);
        Worlds = [.. WorldsOf()];
        Verdicts = [.. Worlds.Select(world => Verdict.Of(world, Need, Logic.Or(Single, Failed), rules, Date))];
    }

    public NeedFacts Need { get; }
    public EnterpriseFacts? Enterprise { get; }
    public RuleBook Rules { get; }

    /// <summary>The day that decides which limits hold; null when it is unknown.</summary>
    public DateOnly? Date { get; }

    public IReadOnlyList<string> Codes { get; }
    public IReadOnlyList<World> Worlds { get; }
    public IReadOnlyList<Verdict> Verdicts { get; }

    /// <summary>The grounds of 6 kap. 14 § are fulfilled.</summary>
    public Answer Single { get; }

    /// <summary>An advertised procurement brought no suitable tenders (19 a kap. 3 §).</summary>
    public Answer Failed { get; }

    public Answer Direct => Merge(verdict => verdict.Direct);
    public Answer Advertised => Merge(verdict => verdict.Advertised);
    public Answer Directive => Merge(verdict => verdict.Directive);

    /// <summary>The value in any of the worlds.</summary>
    public Money Value => Worlds.Select(world => world.Value.Total).Aggregate((a, b) => a.Or(b));

    /// <summary>Whether a rule list holds all, some or none of the codes.</summary>
    public Answer Lists(string list) => Codes.Count == 0 || Need.Cpv.IsUnknown
        ? Answer.Unknown
        : Logic.Merge(Codes.Select(code => Rules.Lists(list, code, Date)));

    public bool May(ContractClass contract) => Worlds.Any(world => world.Class == contract);

    public Answer Merge(Func<Verdict, Answer> answer) => Logic.Merge(Verdicts.Select(answer));

    /// <summary>One answer of all worlds.</summary>
    public Answer Merge(Func<World, Verdict, Answer> answer) => Logic.Merge(Worlds.Zip(Verdicts, answer));

    /// <summary>The limits of that code in the classes that the contract may have.</summary>
    public IEnumerable<Limit> Limits(Func<ContractClass, string> code) =>
        Worlds.Select(world => world.Class).Distinct().Where(contract => contract is not (ContractClass.NoProcurement or ContractClass.Exempt))
            .Select(contract => Rules.Limit(code(contract), Date)).OfType<Limit>().DistinctBy(limit => limit.Code);

    /// <summary>
    /// The limits below which direct award is open. That of bilaga 2 is the threshold itself, seen from the other side: to reach it
    /// is to be advertised.
    /// </summary>
    public IEnumerable<Limit> DirectLimits() => Limits(Verdict.DirectLimit).Select(limit => limit.Code == Verdict.Threshold(ContractClass.Annex2)
        ? limit with { Name = "Direktupphandling, tjänster i bilaga 2", Operator = "<", Paragraph = "LOU 19 a kap. 2 §" }
        : limit);

    private IEnumerable<World> WorldsOf()
    {
        // Without anything in return nothing is acquired (LOU 1:2, 1:15).
        var acquired = Need.Grant.Value is { } grant ? grant.CounterPerformance.Answer() : Answer.Yes;
        foreach (var kind in Classification.KindsOf(Need))
        {
            var value = ContractValue.Of(Need, kind, Rules, Date);
            if (acquired != Answer.Yes) yield return new World(ContractClass.NoProcurement, value);
            if (acquired == Answer.No) continue;
            if (kind != Kinds.Concession)
            {
                var exempt = kind == Kinds.Service ? Exempt() : Answer.No;
                if (exempt != Answer.No) yield return new World(ContractClass.Exempt, value);
                if (exempt == Answer.Yes) continue;
                // Called a service, but with the operating risk handed over: it may be a concession in truth (LUK 1:13).
                if (kind == Kinds.Service && Need.OperatingRiskTransferred.Answer() != Answer.No)
                    yield return new World(ContractClass.Concession, ContractValue.Of(Need, Kinds.Concession, Rules, Date));
                foreach (var contract in Classification.Of(Need, kind, Rules, Date)) yield return new World(contract, value);
                continue;
            }
            // What is called a concession is one only when the operating risk is the supplier's (LUK 1:13); else LOU holds.
            var risk = Need.OperatingRiskTransferred.IsAbsent ? Answer.Yes : Need.OperatingRiskTransferred.Answer();
            if (risk != Answer.No) yield return new World(ContractClass.Concession, value);
            if (risk == Answer.Yes) continue;
            var service = ContractValue.Of(Need, Kinds.Service, Rules, Date);
            foreach (var contract in Classification.Of(Need, Kinds.Service, Rules, Date)) yield return new World(contract, service);
        }
    }

    /// <summary>
    /// Rescue services and the like by a non-profit organisation are outside LOU (3 kap. 26 §), except the carriage of patients,
    /// which shares its code with other ambulance services.
    /// </summary>
    private Answer Exempt()
    {
        if (Enterprise is null) return Answer.No;
        if (Need.Cpv.IsUnknown) return Logic.And(Answer.Unknown, Enterprise.NonProfit.Answer());
        if (Codes.Count == 0) return Answer.No;
        var transport = Codes.Contains("85143000") ? Answer.Unknown : Answer.Yes;
        return Logic.And(Logic.Merge(Codes.Select(code => Rules.Lists("lou.3-26", code, Date))), transport, Enterprise.NonProfit.Answer());
    }
}
