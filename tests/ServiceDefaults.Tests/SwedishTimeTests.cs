using System.Globalization;
using ServiceDefaults.Rules;
using Xunit;

namespace ServiceDefaults.Tests;

/// <summary>Days as people in Sweden count and write them.</summary>
public sealed class SwedishTimeTests
{
    [Theory]
    [InlineData("2027-03-03", "3 mars 2027")]
    [InlineData("2026-11-25", "25 november 2026")]
    public void A_day_in_a_sentence_is_written_in_words_whatever_the_process_speaks(string day, string written)
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        Assert.Equal(written, DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture).Written());
    }

    [Fact]
    public void A_day_ends_at_midnight_in_Sweden() =>
        Assert.Equal(new DateOnly(2027, 3, 4), SwedishTime.DayOf(new DateTimeOffset(2027, 3, 3, 23, 30, 0, TimeSpan.Zero)));
}
