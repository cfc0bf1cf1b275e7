using System.ComponentModel.DataAnnotations;
using Contracts;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using NpgsqlTypes;
using ServiceDefaults;
using ServiceDefaults.Rules;

namespace Municipalities.Needs;

/// <summary>Public needs, and one's own; the newest first.</summary>
internal static class ListNeeds
{
    /// <summary>What to list; filters that are given must all hold.</summary>
    public sealed record Filter
    {
        /// <summary>SCB code of a municipality, four digits.</summary>
        public string? Municipality { get; init; }

        /// <summary>draft, published, in-dialogue, closed or withdrawn; drafts and withdrawn ones are one's own only.</summary>
        public Choice<NeedStatus>? Status { get; init; }

        /// <summary>Two to eight first digits of a CPV code.</summary>
        public string? Cpv { get; init; }

        /// <summary>Words in title or description, in any inflection; "-word" excludes.</summary>
        [StringLength(200, MinimumLength = 1)]
        public string? Text { get; init; }

        /// <summary>True: open for answers today. False: the others.</summary>
        public bool? Open { get; init; }
    }

    public static async Task<Results<Ok<Page<NeedView>>, ProblemHttpResult>> Handle(
        [AsParameters] Filter filter, [AsParameters] Paging paging, CurrentUser user, MunicipalitiesDb db, TimeProvider clock, HttpRequest request, CancellationToken stop)
    {
        if (filter.Cpv is { } prefix && !Cpv.IsPrefix(prefix))
            return CommonErrors.Invalid.Result(null, new InvalidParameter("cpv", "Ange två till åtta siffror av en CPV-kod."));
        if (filter.Municipality is { } code && !await db.Municipalities.AnyAsync(row => row.Code == code, stop))
            return CommonErrors.Invalid.Result(null, new InvalidParameter("municipality", "Okänd kommunkod: ange fyra siffror, till exempel 1280."));

        var needs = db.Needs.Where(NeedAccess.VisibleTo(user.Municipality()));
        if (filter.Municipality is { } municipality) needs = needs.Where(need => need.MunicipalityCode == municipality);
        if (filter.Status is { Value: var status }) needs = needs.Where(need => need.Status == status);
        if (filter.Cpv is { } cpv) needs = needs.Where(need => need.CpvCodes.Any(row => EF.Functions.Like(row, cpv + "%")));
        if (filter.Text is { } text)
            needs = needs.Where(need => EF.Property<NpgsqlTsVector>(need, NeedTable.Search).Matches(EF.Functions.WebSearchToTsQuery("swedish", text)));
        if (filter.Open is { } open)
        {
            var today = SwedishTime.DayOf(clock.GetUtcNow());
            needs = needs.Where(need => open ==
                ((need.Status == NeedStatus.Published || need.Status == NeedStatus.InDialogue) && (need.AnswerBy == null || need.AnswerBy >= today)));
        }
        var newestFirst = needs.OrderByDescending(need => need.ListedAt).ThenBy(need => need.Id);
        return TypedResults.Ok(await newestFirst.Select(NeedView.From).ToPageAsync(paging, request, stop));
    }
}
