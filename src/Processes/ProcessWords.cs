using System.Globalization;
using Pupitre.Kernel;
using Pupitre.Platform.Ui;
using Pupitre.Processes.Inventory;

namespace Pupitre.Processes;

/// <summary>Domains and criticalities in the reader's language.</summary>
public static class ProcessWords
{
    public static IReadOnlyList<Choice> Domains => [.. Enum.GetValues<Domain>().Select(domain => new Choice(domain.ToString(), Of(domain)))];

    public static IReadOnlyList<Choice> Criticalities => [.. Enum.GetValues<Criticality>().Select(value => new Choice(value.ToString(), Of(value)))];

    public static string Of(Domain domain) => domain switch
    {
        Domain.Accounting => Texts.Domain_Accounting,
        Domain.Payroll => Texts.Domain_Payroll,
        Domain.Administration => Texts.Domain_Administration,
        Domain.Invoicing => Texts.Domain_Invoicing,
        Domain.Dunning => Texts.Domain_Dunning,
        _ => Texts.Domain_Legal,
    };

    /// <summary>"26 par mois": the company's own estimate.</summary>
    public static string Volume(int monthly) => Texts.Process_PerMonth.With(monthly.ToString("N0", CultureInfo.CurrentCulture));

    /// <summary>In a column: what happens when it stops.</summary>
    public static string Short(Criticality criticality) => criticality switch
    {
        Criticality.Low => Texts.Criticality_ShortLow,
        Criticality.High => Texts.Criticality_ShortHigh,
        Criticality.Vital => Texts.Criticality_ShortVital,
        _ => Texts.Criticality_ShortNormal,
    };

    public static string Of(Criticality criticality) => criticality switch
    {
        Criticality.Low => Texts.Criticality_Low,
        Criticality.High => Texts.Criticality_High,
        Criticality.Vital => Texts.Criticality_Vital,
        _ => Texts.Criticality_Normal,
    };
}
