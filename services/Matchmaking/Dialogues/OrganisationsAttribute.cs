using System.ComponentModel.DataAnnotations;

namespace Matchmaking.Dialogues;

/// <summary>Names of organisations: each said, and none longer than a name is.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class OrganisationsAttribute() : ValidationAttribute("Varje organisation ska anges med 1 till 200 tecken.")
{
    private const int Longest = 200;

    /// <inheritdoc/>
    public override bool IsValid(object? value) =>
        value is not IEnumerable<string?> names || names.All(name => !string.IsNullOrWhiteSpace(name) && name.Length <= Longest);
}
