namespace Pupitre.Kernel.Time;

/// <summary>What happens to a date that is not a business day.</summary>
public enum RollConvention
{
    None,
    Following,
    Preceding,
    ModifiedFollowing,
}
