namespace Pupitre.Evidence.Files;

/// <summary>States for due dates the day on which work was handed over, in our own word. Whoever judges due dates does it: it knows what the day may be.</summary>
public interface IStateWorkDay
{
    /// <summary>States the day for all cells, or for none; a day before the period begins is meant.</summary>
    /// <exception cref="Kernel.Refused">The day cannot be, for one of the cells at least.</exception>
    Task RunAsync(IReadOnlyList<OccurrenceCell> cells, DateOnly? on, CancellationToken token);
}
