namespace Pupitre.Processes.Inventory;

/// <summary>What a volume is counted by.</summary>
public enum VolumePer
{
    Month,
    Week,
    Quarter,
    Year,
}

/// <summary>How often a period comes round.</summary>
public static class VolumePeriods
{
    /// <summary>Periods of a year.</summary>
    public static int PerYear(this VolumePer per) => per switch
    {
        VolumePer.Week => 52,
        VolumePer.Quarter => 4,
        VolumePer.Year => 1,
        _ => 12,
    };
}

/// <summary>Kinds of data that need care.</summary>
[Flags]
public enum SensitiveData
{
    None = 0,

    /// <summary>Of persons: names, addresses, contacts.</summary>
    Personal = 1,

    /// <summary>Pay and what leads to it.</summary>
    Payroll = 2,

    /// <summary>Accounts and means of payment.</summary>
    Bank = 4,

    /// <summary>Sick leave, disability, occupational medicine.</summary>
    Health = 8,
}
