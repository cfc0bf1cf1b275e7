using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Portal.Tests.Browser;

/// <summary>WCAG 2.2 at A and AA, as far as a program can tell.</summary>
internal static class Axe
{
    private static readonly List<string> Levels = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

    /// <summary>Each violation with where it is; empty when there is none. The page must run script.</summary>
    /// <exception cref="TimeoutException">It did not end, as where script is off.</exception>
    public static async Task<IReadOnlyList<string>> ViolationsAsync(IPage page)
    {
        var result = await page.RunAxe(new AxeRunOptions { RunOnly = new RunOnlyOptions { Type = "tag", Values = Levels } }).WaitAsync(TimeSpan.FromMinutes(2));
        return
        [
            .. result.Violations.Select(violation =>
                $"{violation.Id}: {violation.Help}: {string.Join(" | ", violation.Nodes.Take(3).Select(node => $"{node.Html} {string.Join(' ', node.Any.Select(check => check.Message))}"))}"),
        ];
    }
}
