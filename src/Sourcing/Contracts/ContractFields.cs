using System.Globalization;
using Pupitre.Kernel.Time;
using Pupitre.Platform.Ui;
using Pupitre.Sourcing.Edits;

namespace Pupitre.Sourcing.Contracts;

/// <summary>The fields of a contract's form, each declared once: the history, a conflict and a merge read them here.</summary>
internal static class ContractFields
{
    /// <summary>What older lines of the history call the first day after the term.</summary>
    private const string FormerEnd = "End";

    public static IReadOnlyList<FormField<ContractInput>> All { get; } =
    [
        new(nameof(ContractInput.ProviderId), () => Texts.Contract_Provider),
        new(nameof(ContractInput.Title), () => Texts.Contract_Title),
        new(nameof(ContractInput.Kind), () => Texts.Contract_Kind, show: value => ContractWords.Of(Enum.Parse<ContractKind>(value))),
        new(nameof(ContractInput.Start), () => Texts.Contract_Start, show: Date),
        new(nameof(ContractInput.Length), () => Texts.Contract_Length, "length", value => ContractWords.Of(Enum.Parse<ContractLength>(value))),
        new(nameof(ContractInput.Months), () => Texts.Contract_Months, "length"),
        new(nameof(ContractInput.LastDay), () => Texts.Contract_LastDay, "length", Date),
        new(nameof(ContractInput.Renewal), () => Texts.Contract_Renewal, show: value => ContractWords.Of(Enum.Parse<Renewal>(value))),
        new(nameof(ContractInput.RenewalMonths), () => Texts.Contract_RenewalMonths),
        new(nameof(ContractInput.Notice), () => Texts.Contract_Notice, "notice", value => ContractWords.Of(Enum.Parse<ContractNotice>(value))),
        new(nameof(ContractInput.NoticeMonths), () => Texts.Contract_NoticeMonths, "notice"),
        new(nameof(ContractInput.NoticeDays), () => Texts.Contract_NoticeDays, "notice"),
        new(nameof(ContractInput.NoticeRunsFrom), () => Texts.Contract_NoticeFrom, show: value => ContractWords.Of(Enum.Parse<NoticeRunsFrom>(value))),
        new(nameof(ContractInput.PostingDays), () => Texts.Contract_PostingDays),
        new(nameof(ContractInput.Price), () => Texts.Contract_Price, show: value => decimal.Parse(value, CultureInfo.InvariantCulture).ToString("N2", CultureInfo.CurrentCulture)),
        new(nameof(ContractInput.PricePeriod), () => Texts.Contract_PricePeriod, show: value => ContractWords.PricePeriods.First(choice => choice.Value == value).Text),
        new(nameof(ContractInput.Note), () => Texts.Contract_Note),
        new(nameof(ContractInput.ProcessIds), () => Texts.Contract_Scope),
    ];

    public static string NameOf(string field) => All.FirstOrDefault(known => known.Name == field)?.Label ?? (field == FormerEnd ? Texts.Contract_FormerEnd : field);

    public static string Show(string field, string? value, ContractChoices.Lists names) => value switch
    {
        null or "" => Texts.Common_Nothing,
        _ when field is nameof(ContractInput.ProviderId) or nameof(ContractInput.ProcessIds) => string.Join(", ", value.Split(',').Select(names.NameOf)),
        _ when field == FormerEnd => Date(value),
        _ => All.FirstOrDefault(known => known.Name == field)?.Show(value) ?? value,
    };

    private static string Date(string value) => Moments.Short(DateOnly.ParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture));
}
