using System.Globalization;
using Pupitre.Platform.Words;

namespace Pupitre.Sourcing.Contracts;

/// <summary>The fields of a contract as people read them, older lines of the history among them.</summary>
internal static class ContractFields
{
    /// <summary>What older lines of the history call the first day after the term.</summary>
    private const string FormerEnd = "End";

    public static string NameOf(string field) => ContractInput.Fields.FirstOrDefault(known => known.Name == field)?.Label ?? (field == FormerEnd ? Texts.Contract_FormerEnd : field);

    public static string Show(string field, string? value, ContractChoices.Lists names) => value switch
    {
        null or "" => Texts.Common_Nothing,
        _ when field is nameof(ContractInput.ProviderId) or nameof(ContractInput.ProcessIds) => string.Join(", ", value.Split(',').Select(names.NameOf)),
        _ when field == FormerEnd => Date(value),
        _ => ContractInput.Fields.FirstOrDefault(known => known.Name == field)?.Show(value) ?? value,
    };

    internal static string Date(string value) => Moments.Short(DateOnly.ParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture));
}
