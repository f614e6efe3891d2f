namespace Pupitre.Kernel.Time;

/// <summary>Which days are counted.</summary>
public enum DayCount
{
    /// <summary>All days (jours calendaires).</summary>
    Calendar,

    /// <summary>Monday to Friday less holidays (jours ouvrés).</summary>
    Business,

    /// <summary>Monday to Saturday less holidays (jours ouvrables).</summary>
    Working,
}
