using Microsoft.Extensions.Logging;

namespace ServiceDefaults;

/// <summary>Rows of many owners, taken one by one: one that cannot be taken is logged and left out, so that what is wrong at one owner stops nobody else.</summary>
public static partial class OneByOne
{
    /// <summary>What the rows give, without those that cannot be taken.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="log">Where one that fails is told.</param>
    /// <param name="id">What a row is known by.</param>
    /// <param name="take">What a row gives.</param>
    public static IReadOnlyList<TOut> Each<TRow, TOut>(this IEnumerable<TRow> rows, ILogger log, Func<TRow, object> id, Func<TRow, IEnumerable<TOut>> take)
    {
        var all = new List<TOut>();
        foreach (var row in rows)
        {
            try
            {
                all.AddRange([.. take(row)]);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                log.LeftOut(typeof(TRow).Name, $"{id(row)}", fault);
            }
        }
        return all;
    }

    /// <summary>Tells of a row that cannot be taken.</summary>
    /// <param name="log">Where.</param>
    /// <param name="noun">What it is.</param>
    /// <param name="id">What it is known by.</param>
    /// <param name="fault">Why.</param>
    [LoggerMessage(1, LogLevel.Error, "{Noun} {Id} cannot be taken and is left out")]
    public static partial void LeftOut(this ILogger log, string noun, string id, Exception fault);
}
