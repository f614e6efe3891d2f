using System.Globalization;
using Pupitre.Kernel;
using Pupitre.Platform.Words;
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

    public static IReadOnlyList<Choice> Periods => [.. Enum.GetValues<VolumePer>().Select(per => new Choice(per.ToString(), Of(per)))];

    public static IReadOnlyList<Choice> SensitiveKinds =>
        [.. Enum.GetValues<SensitiveData>().Where(kind => kind != SensitiveData.None).Select(kind => new Choice(kind.ToString(), Of(kind)))];

    /// <summary>"26 par mois": the company's own estimate.</summary>
    public static string Volume(int volume, VolumePer per)
    {
        var text = per switch { VolumePer.Week => Texts.Process_PerWeek, VolumePer.Quarter => Texts.Process_PerQuarter, VolumePer.Year => Texts.Process_PerYear, _ => Texts.Process_PerMonth };
        return text.With(volume.ToString("N0", CultureInfo.CurrentCulture));
    }

    public static string Of(VolumePer per) => per switch
    {
        VolumePer.Week => Texts.VolumePer_Week,
        VolumePer.Quarter => Texts.VolumePer_Quarter,
        VolumePer.Year => Texts.VolumePer_Year,
        _ => Texts.VolumePer_Month,
    };

    public static string Of(SensitiveData kind) => kind switch
    {
        SensitiveData.Payroll => Texts.Sensitive_Payroll,
        SensitiveData.Bank => Texts.Sensitive_Bank,
        SensitiveData.Health => Texts.Sensitive_Health,
        _ => Texts.Sensitive_Personal,
    };

    /// <summary>The kinds in a list: "personnelles, bancaires"; null for none.</summary>
    public static string? Listed(SensitiveData kinds) =>
        string.Join(", ", Enum.GetValues<SensitiveData>().Where(kind => kind != SensitiveData.None && kinds.HasFlag(kind)).Select(Of)) is { Length: > 0 } text ? text : null;

    /// <summary>Minutes as people say them: "40 min", "6 h 30".</summary>
    public static string Minutes(decimal minutes)
    {
        var whole = (long)decimal.Round(minutes, MidpointRounding.AwayFromZero);
        return whole < MinutesOfHour ? Texts.Time_Minutes.With(whole)
            : whole % MinutesOfHour == 0 ? Texts.Time_Hours.With(whole / MinutesOfHour)
            : Texts.Time_HoursMinutes.With(whole / MinutesOfHour, (whole % MinutesOfHour).ToString("00", CultureInfo.CurrentCulture));
    }

    /// <summary>Whole euros; the sign stands first, also where the currency does.</summary>
    public static string Euros(decimal amount)
    {
        var whole = decimal.Round(amount, MidpointRounding.AwayFromZero);
        var text = Texts.Money_Euros.With(Math.Abs(whole).ToString("N0", CultureInfo.CurrentCulture));
        return whole < 0 ? CultureInfo.CurrentCulture.NumberFormat.NegativeSign + text : text;
    }

    private const int MinutesOfHour = 60;

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
