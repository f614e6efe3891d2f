namespace Pupitre.Evidence.Events;

/// <summary>Events that say by when something was here, and not when it was done.</summary>
public static class Arrivals
{
    /// <summary>Transition of the events that an accounting file gives: the entry was in it when it arrived, and was made at some time before.</summary>
    public const string SeenInFile = "pupitre:accounting-file";
}
