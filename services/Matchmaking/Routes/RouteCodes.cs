namespace Matchmaking.Routes;

/// <summary>Codes of the routes, as they stand in assessments and cases.</summary>
public static class RouteCodes
{
    /// <summary>Avrop from a framework agreement.</summary>
    public const string CallOff = "CALL_OFF";

    /// <summary>Direktupphandling: 19 a kap. permits it on some ground.</summary>
    public const string DirectAward = "DIRECT_AWARD";

    /// <summary>The procurement must be advertised under 19 kap.</summary>
    public const string Advertised = "ADVERTISED_19";

    /// <summary>Directive-governed: LOU except 19 and 19 a kap.</summary>
    public const string Directive = "DIRECTIVE";

    /// <summary>Reserved procurement, 4 kap. 18 §.</summary>
    public const string Reserved418 = "RESERVED_4_18";

    /// <summary>Reserved for organisations with a public mission, 19 kap. 25 §.</summary>
    public const string Reserved25 = "RESERVED_19_25";

    /// <summary>Reserved for idéburna organisationer, 19 kap. 25 a §.</summary>
    public const string Reserved25A = "RESERVED_19_25A";

    /// <summary>System of choice.</summary>
    public const string Lov = "LOV";

    /// <summary>Special contract terms on employment.</summary>
    public const string EmploymentClause = "EMPLOYMENT_CLAUSE";

    /// <summary>Idéburet offentligt partnerskap.</summary>
    public const string Iop = "IOP";

    /// <summary>Grant without counter-performance.</summary>
    public const string Grant = "GRANT";

    /// <summary>Direct award of a concession.</summary>
    public const string ConcessionDirect = "CONCESSION_DIRECT";

    /// <summary>Only one supplier is possible.</summary>
    public const string SingleSupplier = "SINGLE_SUPPLIER";

    /// <summary>Innovationspartnerskap.</summary>
    public const string Innovation = "INNOVATION_PARTNERSHIP";

    /// <summary>Anbud i grupp, others' capacity, subcontracting.</summary>
    public const string Together = "SUBCONTRACT";

    /// <summary>Outside the procurement acts.</summary>
    public const string Outside = "NOT_PROCUREMENT";

    /// <summary>Name in Swedish.</summary>
    public static string NameOf(string route) => route switch
    {
        CallOff => "Avrop från ramavtal",
        DirectAward => "Direktupphandling",
        Advertised => "Annonspliktig upphandling enligt 19 kap.",
        Directive => "Direktivstyrd upphandling",
        Reserved418 => "Reserverad upphandling (4 kap. 18 §)",
        Reserved25 => "Reserverad för organisationer med offentligt uppdrag (19 kap. 25 §)",
        Reserved25A => "Reserverad för idéburna organisationer (19 kap. 25 a §)",
        Lov => "Valfrihetssystem (LOV)",
        EmploymentClause => "Sysselsättningskrav som kontraktsvillkor",
        Iop => "Idéburet offentligt partnerskap (IOP)",
        Grant => "Föreningsbidrag",
        ConcessionDirect => "Direktupphandling av koncession",
        SingleSupplier => "Endast en möjlig leverantör",
        Innovation => "Innovationspartnerskap",
        Together => "Anbud i grupp eller underleverantör",
        Outside => "Utanför upphandlingslagarna",
        _ => route,
    };
}
