using System.Globalization;
using Pupitre.Kernel.Time;
using Pupitre.Platform.Ui;

namespace Pupitre.Sourcing.Contracts;

/// <summary>Names and values of a contract's fields, as the form calls them.</summary>
internal static class ContractFields
{
    public static string NameOf(string field) => field switch
    {
        nameof(ContractInput.ProviderId) => Texts.Contract_Provider,
        nameof(ContractInput.Title) => Texts.Contract_Title,
        nameof(ContractInput.Kind) => Texts.Contract_Kind,
        nameof(ContractInput.Start) => Texts.Contract_Start,
        nameof(ContractInput.Months) => Texts.Contract_Months,
        nameof(ContractInput.End) => Texts.Contract_End,
        nameof(ContractInput.Renewal) => Texts.Contract_Renewal,
        nameof(ContractInput.RenewalMonths) => Texts.Contract_RenewalMonths,
        nameof(ContractInput.NoticeMonths) => Texts.Contract_NoticeMonths,
        nameof(ContractInput.NoticeDays) => Texts.Contract_NoticeDays,
        nameof(ContractInput.NoticeRunsFrom) => Texts.Contract_NoticeFrom,
        nameof(ContractInput.PostingDays) => Texts.Contract_PostingDays,
        nameof(ContractInput.Price) => Texts.Contract_Price,
        nameof(ContractInput.PricePeriod) => Texts.Contract_PricePeriod,
        nameof(ContractInput.Note) => Texts.Contract_Note,
        nameof(ContractInput.ProcessIds) => Texts.Contract_Scope,
        _ => field,
    };

    public static string Show(string field, string? value, ContractChoices.Lists names) => value switch
    {
        null or "" => Texts.Common_Nothing,
        _ when field is nameof(ContractInput.Start) or nameof(ContractInput.End) => Moments.Short(DateOnly.ParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture)),
        _ when field == nameof(ContractInput.Kind) => ContractWords.Of(Enum.Parse<ContractKind>(value)),
        _ when field == nameof(ContractInput.Renewal) => ContractWords.Of(Enum.Parse<Renewal>(value)),
        _ when field == nameof(ContractInput.NoticeRunsFrom) => ContractWords.Of(Enum.Parse<NoticeRunsFrom>(value)),
        _ when field == nameof(ContractInput.PricePeriod) => ContractWords.PricePeriods.First(choice => choice.Value == value).Text,
        _ when field == nameof(ContractInput.Price) => decimal.Parse(value, CultureInfo.InvariantCulture).ToString("N2", CultureInfo.CurrentCulture),
        _ when field is nameof(ContractInput.ProviderId) or nameof(ContractInput.ProcessIds) => string.Join(", ", value.Split(',').Select(names.NameOf)),
        _ => value,
    };
}
