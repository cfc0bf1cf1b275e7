using System.Collections.Frozen;
using Matchmaking.Matching;
using Microsoft.AspNetCore.Http.HttpResults;
using ServiceDefaults;

namespace Matchmaking.CpvLabels;

/// <summary>
/// What CPV codes are called: as in the official list where the operator has imported it, else as the trade is called that has the code as
/// its first. People who read a vägval or a deal shall not have to look a code up.
/// </summary>
internal static class CodeNames
{
    private const int Most = 50;

    private static readonly Lazy<FrozenDictionary<string, string>> Trades = new(() => MatchIndex.BuiltInVocabulary.Trades
        .Where(trade => trade.Codes.Count > 0).DistinctBy(trade => Full(trade.Codes[0])).ToFrozenDictionary(trade => Full(trade.Codes[0]), trade => trade.Label));

    /// <summary>A code and its name.</summary>
    /// <param name="Code">Eight digits, as asked.</param>
    /// <param name="Label">In Swedish; null when nobody has told it.</param>
    public sealed record CodeName(string Code, string? Label);

    /// <summary>The answer.</summary>
    /// <param name="Items">The codes in the order asked, each once.</param>
    public sealed record Response(IReadOnlyList<CodeName> Items);

    /// <summary>What that code is called, or null.</summary>
    public static string? NameOf(this MatchIndex index, string code) => index.CodeName(code) ?? Trades.Value.GetValueOrDefault(code);

    public static void MapCpvLabels(this RouteGroupBuilder api) => api.MapGet("/cpv-labels", Handle).WithTags("trades").WithName("ListCpvLabels").Fails(CommonErrors.Invalid)
        .WithSummary("Vad CPV-koder heter / What CPV codes are called");

    private static Results<Ok<Response>, ProblemHttpResult> Handle(string[] code, MatchIndex index) => code.Length is 0 or > Most
        ? CommonErrors.Invalid.Result(null, new InvalidParameter("code", $"Ange en till {Most} koder, var och en som code=."))
        : TypedResults.Ok(new Response([.. code.Distinct().Select(one => new CodeName(one, index.NameOf(one)))]));

    private static string Full(string code) => code.PadRight(8, '0');
}
