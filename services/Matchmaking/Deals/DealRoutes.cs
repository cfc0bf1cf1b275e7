using Matchmaking.Routes;

namespace Matchmaking.Deals;

/// <summary>Codes of the ways that a deal can have come about: the routes that are assessed, and some that need no assessment.</summary>
internal static class DealRoutes
{
    public static readonly IReadOnlyList<string> Codes =
    [
        RouteCodes.CallOff, RouteCodes.DirectAward, RouteCodes.Advertised, RouteCodes.Directive, RouteCodes.Reserved418, RouteCodes.Reserved25,
        RouteCodes.Reserved25A, RouteCodes.Lov, RouteCodes.EmploymentClause, RouteCodes.Iop, RouteCodes.Grant, RouteCodes.ConcessionDirect,
        RouteCodes.SingleSupplier, "INNOVATION_PARTNERSHIP", "SUBCONTRACT", "NOT_PROCUREMENT",
    ];

    public static bool IsCode(string code) => Codes.Contains(code);
}
