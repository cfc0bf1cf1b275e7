using Portal.Components;

namespace Portal.Pages.Development;

/// <summary>A list in a form, as rows of fields: <c>roles[0].holder</c>. A page shows the filled rows and a few empty ones, so that no script is needed to add one.</summary>
internal static class FormRows
{
    /// <summary>Moves the filled rows together, so that their numbers are those of the list that is sent, and a service's complaint finds its row.</summary>
    /// <param name="form">The form.</param>
    /// <param name="list">The list's name.</param>
    /// <param name="most">How many rows a form may have.</param>
    /// <param name="fills">Members of which one must say something; empty when the rows have no members.</param>
    /// <param name="others">Members that go along.</param>
    /// <returns>How many rows are filled.</returns>
    public static int Gather(FormState form, string list, int most, string[] fills, params string[] others)
    {
        string[] members = fills.Length == 0 ? [""] : [.. fills, .. others];
        string[] telling = fills.Length == 0 ? [""] : fills;
        var filled = 0;
        for (var row = 0; row < most; row++)
        {
            if (!telling.Any(member => form[Name(list, row, member)].Length > 0)) continue;
            if (row != filled)
                foreach (var member in members)
                {
                    form[Name(list, filled, member)] = form[Name(list, row, member)];
                    form[Name(list, row, member)] = "";
                }
            filled++;
        }
        return filled;
    }

    /// <summary>The name of a field: <c>roles[0].holder</c>, or <c>network[0]</c> for a row that is a word itself.</summary>
    public static string Name(string list, int row, string member) => member.Length == 0 ? $"{list}[{row}]" : $"{list}[{row}].{member}";
}
