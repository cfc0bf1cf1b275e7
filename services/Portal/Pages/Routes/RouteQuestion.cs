using System.Text.Json.Nodes;
using Portal.Components;
using Portal.Texts;

namespace Portal.Pages.Routes;

/// <summary>Makes the question to the vägval out of what stands in the form. A fact left out is not at issue; null is unknown.</summary>
internal static class RouteQuestion
{
    /// <summary>What "vet inte" is sent as, to tell it from what is left out.</summary>
    public const string Unknown = "vet";

    /// <summary>The question; faults are noted in the form.</summary>
    public static JsonObject From(FormState form, IReadOnlyList<string> codes)
    {
        var question = new JsonObject { ["need"] = new JsonObject() };
        Set(question, "need.kind", form.Text("kind") ?? "service");
        Set(question, "need.cpv", codes.Count == 0 ? null : new JsonArray([.. codes.Select(code => JsonValue.Create(code))]));
        if (form.Text("need.valueInclVatSek") is null) Set(question, "need.valueSek", form.Money("valueSek"));
        if (form.Number("months") is { } months) Set(question, "need.months", months);
        foreach (var field in RouteFields.Groups.SelectMany(group => group.Fields))
        {
            if (form.Text(field.Path) is not { } text) continue;
            Set(question, field.Path, text == Unknown ? null : field.Kind switch
            {
                FactKind.Money => form.Money(field.Path),
                FactKind.Number => form.Number(field.Path),
                FactKind.Date => form.Date(field.Path)?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
                FactKind.YesNo => form.YesNo(field.Path),
                FactKind.Amounts => Amounts(form, field.Path),
                FactKind.Parts => Parts(form, field.Path),
                _ => text,
            });
        }
        return question;
    }

    private static JsonArray Amounts(FormState form, string name)
    {
        var one = new FormState();
        var amounts = new JsonArray();
        foreach (var part in form[name].Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            one["part"] = part;
            if (one.Money("part") is { } amount) amounts.Add(amount);
            else form.Wrong(name, Text.Of("Routes.Amounts.Wrong"));
        }
        return amounts;
    }

    private static JsonArray Parts(FormState form, string name)
    {
        var one = new FormState();
        var parts = new JsonArray();
        foreach (var part in form[name].Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var (code, amount) = part.IndexOf(' ', StringComparison.Ordinal) is > 0 and var space ? (part[..space], part[space..].Trim()) : (part, "");
            one["part"] = amount;
            var value = one.Money("part");
            if (amount.Length > 0 && value is null || code.Split('-')[0] is not { Length: 8 } digits || !digits.All(char.IsAsciiDigit))
                form.Wrong(name, Text.Of("Routes.Parts.Wrong"));
            else parts.Add(new JsonObject { ["cpv"] = digits, ["valueSek"] = value });
        }
        return parts;
    }

    private static void Set(JsonObject root, string path, JsonNode? value)
    {
        var names = path.Split('.');
        var at = root;
        foreach (var name in names[..^1]) at = (JsonObject)(at[name] ??= new JsonObject());
        at[names[^1]] = value;
    }
}
