using System.Net;
using Municipalities.Baselines;
using ServiceDefaults;
using Testing;

namespace Municipalities.Tests.Baselines;

/// <summary>What people do with baselines, as tests say it.</summary>
internal static class BaselineClient
{
    public const string Address = "/municipalities/v1/baselines";

    public static async Task<BaselineView> OpenRoundAsync(this HttpClient lead, string title = "Utgångsläge hösten 2026") =>
        await (await lead.SendJsonAsync(HttpMethod.Post, Address, new BaselineTitle { Title = title })).ReadAsync<BaselineView>(HttpStatusCode.Created);

    /// <summary>Answers for oneself: a level for each dimension in their order; null is no answer. Each level from 2 gets its evidence when asked for.</summary>
    public static async Task AnswerAsync(this HttpClient person, BaselineView round, int?[] levels, bool evidence = false) =>
        await (await person.SendJsonAsync(HttpMethod.Put, $"{Address}/{round.Id}/answer", Answer(levels, evidence))).ReadAsync<AnswerContent>();

    public static AnswerContent Answer(int?[] levels, bool evidence = false) => new()
    {
        Levels = [.. levels.Select((level, index) => new LevelAnswer { Dimension = Dimensions.All[index].Code, Level = level })],
        Evidence = evidence
            ? [.. from index in Enumerable.Range(0, levels.Length)
                  from level in Enumerable.Range(1, levels[index] ?? 0)
                  where level >= 2
                  select new Evidence { Dimension = Dimensions.All[index].Code, Level = level, Kind = EvidenceKind.Decision, Title = $"Beslut för nivå {level}", Reference = "KS 2026/14", On = new(2026, 3, 2) }]
            : [],
    };

    public static async Task<BaselineView> RoundAsync(this HttpClient reader, Guid id) => await (await reader.GetAsync($"{Address}/{id}")).ReadAsync<BaselineView>();

    public static async Task<BaselineView> CloseRoundAsync(this HttpClient lead, BaselineView round) =>
        await (await lead.SendJsonAsync(HttpMethod.Post, $"{Address}/{round.Id}/closure", null, ETags.Of(round.Version))).ReadAsync<BaselineView>();

    public static async Task<BaselineView> ShareRoundAsync(this HttpClient lead, BaselineView round, bool willing, params string[] dimensions) =>
        await (await lead.SendJsonAsync(HttpMethod.Put, $"{Address}/{round.Id}/sharing", new { dimensions, willingToMentor = willing }, ETags.Of(round.Version))).ReadAsync<BaselineView>();

    /// <summary>A whole round with one respondent, shared altogether.</summary>
    public static async Task<BaselineView> AssessedAsync(this HttpClient lead, int?[] levels, bool willing = false, bool evidence = false)
    {
        var round = await lead.OpenRoundAsync();
        await lead.AnswerAsync(round, levels, evidence);
        round = await lead.CloseRoundAsync(round);
        return await lead.ShareRoundAsync(round, willing, [.. Dimensions.All.Select(dimension => dimension.Code)]);
    }
}
