using System.Text;
using Xunit;

namespace Knowledge.Tests.Meetings;

/// <summary>Reads calendar files as RFC 5545 says, and refuses what it forbids.</summary>
internal static class Calendar
{
    /// <summary>The events, each a property per name.</summary>
    public static List<Dictionary<string, string>> Parse(string file)
    {
        Assert.EndsWith("\r\n", file, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', file.Replace("\r\n", "", StringComparison.Ordinal));
        Assert.All(file.Split("\r\n"), line => Assert.True(Encoding.UTF8.GetByteCount(line) <= 75, line));
        var lines = file.Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("BEGIN:VCALENDAR", lines[0]);
        Assert.Equal("END:VCALENDAR", lines[^1]);
        Assert.Contains("VERSION:2.0", lines);
        var events = new List<Dictionary<string, string>>();
        foreach (var line in lines)
        {
            if (line == "BEGIN:VEVENT") events.Add([]);
            else if (events.Count > 0 && !line.StartsWith("END:", StringComparison.Ordinal)) events[^1].Add(line[..line.IndexOf(':', StringComparison.Ordinal)], Unescaped(line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..]));
        }
        return events;
    }

    private static string Unescaped(string value)
    {
        var text = new StringBuilder();
        for (var at = 0; at < value.Length; at++)
            if (value[at] == '\\') text.Append(value[++at] is 'n' or 'N' ? '\n' : value[at]);
            else text.Append(value[at]);
        return text.ToString();
    }
}
