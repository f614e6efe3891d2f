namespace Pupitre.Platform.Data;

/// <summary>
/// A row that two people may edit: its version grows with each save, and a save that started from an older version is refused
/// instead of silently winning.
/// </summary>
public interface IVersioned
{
    long Version { get; }
}
