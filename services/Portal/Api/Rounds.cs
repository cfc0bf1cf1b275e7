using System.Diagnostics.Metrics;
using Microsoft.AspNetCore.Components.Endpoints;

namespace Portal.Api;

/// <summary>
/// How deep a page's questions stand on each other's answers: questions asked side by side are one round, one that is asked after an answer
/// has come is the next. What a reader waits for is rounds, not questions, so they are measured for each page.
/// </summary>
public sealed class Rounds
{
    private static readonly Meter Meter = new("Platform.Portal");
    private static readonly Histogram<int> PageRounds = Meter.CreateHistogram("platform.portal.page.rounds", "{round}", "Questions that waited for each other, for each page that was read.",
        advice: new InstrumentAdvice<int> { HistogramBucketBoundaries = [0, 1, 2, 3, 4, 5, 6] });
    private int answered;

    /// <summary>A question is asked now.</summary>
    /// <returns>Its round, from 1.</returns>
    public int Begin() => Volatile.Read(ref answered) + 1;

    /// <summary>The question of a round has its answer.</summary>
    public void End(int round)
    {
        for (var before = Volatile.Read(ref answered); before < round; before = Volatile.Read(ref answered))
            if (Interlocked.CompareExchange(ref answered, round, before) == before) return;
    }

    /// <summary>Counts for every page that is read; a form that is sent asks because of what it says.</summary>
    public static Task Count(HttpContext context, RequestDelegate next)
    {
        if (!HttpMethods.IsGet(context.Request.Method) || context.GetEndpoint() is not RouteEndpoint page || page.Metadata.GetMetadata<ComponentTypeMetadata>() is null) return next(context);
        return Counted(context, page.RoutePattern.RawText ?? "", next);
    }

    private static async Task Counted(HttpContext context, string route, RequestDelegate next)
    {
        var rounds = new Rounds();
        context.Features.Set(rounds);
        await next(context);
        PageRounds.Record(Volatile.Read(ref rounds.answered), new KeyValuePair<string, object?>("http.route", route));
    }
}
