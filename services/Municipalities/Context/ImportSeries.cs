using System.ComponentModel.DataAnnotations;
using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults;
using ServiceDefaults.Rules;

namespace Municipalities.Context;

/// <summary>Takes a file of yearly figures from SCB, Kolada or Arbetsförmedlingen. A file with a fault is not imported at all; the answer names each line at fault.</summary>
internal static class ImportSeries
{
    private const int MostBytes = 5_000_000;

    public static readonly Error NotAllowed = new("context/not-allowed", 403, "Bara nätverkets processledare och plattformens drift läser in serier");
    public static readonly Error Faulty = new("context/faulty-file", 422, "Filen har fel och ingenting har lästs in");
    public static readonly Error TooLarge = new("context/too-large", 413, "Filen är större än 5 MB");

    /// <summary>What a file was.</summary>
    public sealed record Query
    {
        /// <summary>The indicator of all lines, when the file has no column for it: a code of the list, or an id as Kolada writes them, a letter and five digits.</summary>
        [StringLength(40, ErrorMessage = "Nyckeltalets kod får ha högst 40 tecken.")]
        public string? Indicator { get; init; }

        /// <summary>Where the file comes from, such as "SCB, tabell BE0101, hämtad 2026-11-20".</summary>
        [Required(ErrorMessage = "Ange källan: vem som har gett ut filen och när den hämtades."), StringLength(120, MinimumLength = 3, ErrorMessage = "Källan ska ha mellan 3 och 120 tecken.")]
        public string? Source { get; init; }
    }

    /// <summary>What was taken.</summary>
    /// <param name="Lines">Lines with figures, headings not counted.</param>
    /// <param name="Taken">Figures that were new or changed.</param>
    /// <param name="Unchanged">Figures that were there with the same value.</param>
    /// <param name="WithoutValue">Cells that said that there is no figure.</param>
    /// <param name="OtherAreas">Lines about the whole country, a county or a group of municipalities, which are passed over.</param>
    public sealed record Report(int Lines, int Taken, int Unchanged, int WithoutValue, int OtherAreas = 0);

    public static async Task<Results<Ok<Report>, ProblemHttpResult>> Handle(
        [AsParameters] Query query, HttpRequest request, CurrentUser user, MunicipalitiesDb db, TimeProvider clock, CancellationToken stop)
    {
        if (!user.HasRole(Roles.NetworkLead, Roles.Operations)) return NotAllowed.Result();
        if (await ReadAsync(request.Body, stop) is not { } text) return TooLarge.Result("Dela filen, till exempel en serie i varje.");
        var codes = (await db.Municipalities.Select(row => row.Code).ToListAsync(stop)).ToHashSet();
        var file = SeriesFile.Read(text, query.Indicator, codes, clock.Today().Year);
        if (file.Faults.Count > 0)
            return Faulty.Result("Rätta raderna och skicka filen igen.", [.. file.Faults.Select(fault => new InvalidParameter($"{file.LineName} {fault.Line}", fault.Column is null ? fault.Reason : $"{fault.Column}: {fault.Reason}"))]);

        // One statement: all of it or nothing.
        var taken = await db.Database.ExecuteSqlAsync($"""
            insert into context_figure (municipality_code, indicator, year, value, source, imported_at)
            select code, indicator, year, value, {query.Source!.Trim()}, {clock.Moment()}
            from unnest({file.Figures.Select(row => row.Code).ToArray()}, {file.Figures.Select(row => row.Indicator).ToArray()},
                        {file.Figures.Select(row => row.Year).ToArray()}, {file.Figures.Select(row => row.Value).ToArray()}) as line (code, indicator, year, value)
            on conflict (municipality_code, indicator, year) do update set value = excluded.value, source = excluded.source, imported_at = excluded.imported_at
            where context_figure.value <> excluded.value
            """, stop);
        return TypedResults.Ok(new Report(file.Lines, taken, file.Figures.Count - taken, file.WithoutValue, file.OtherAreas));
    }

    private static async Task<string?> ReadAsync(Stream body, CancellationToken stop)
    {
        using var bytes = new MemoryStream();
        var buffer = new byte[16_384];
        for (int read; (read = await body.ReadAsync(buffer, stop)) > 0;)
        {
            if (bytes.Length + read > MostBytes) return null;
            bytes.Write(buffer, 0, read);
        }
        var all = bytes.ToArray();
        // What Excel calls Unicode text.
        if (all is [0xFF, 0xFE, ..]) return Encoding.Unicode.GetString(all);
        // SCB's older files are in Latin-1, in which å, ä and ö are no UTF-8.
        try { return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(all); }
        catch (DecoderFallbackException) { return Encoding.Latin1.GetString(all); }
    }
}
