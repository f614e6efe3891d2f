namespace Pupitre.Platform.Jobs;

/// <summary>
/// Thrown by work that cannot begin yet because other work is at the same thing: it goes back in line and leaves its worker to others.
/// </summary>
public sealed class WorkWaits : Exception
{
    public WorkWaits()
        : base("The work has to wait for other work.")
    {
    }
}
