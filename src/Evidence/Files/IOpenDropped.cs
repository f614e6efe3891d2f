namespace Pupitre.Evidence.Files;

/// <summary>Opens files of one kind as soon as they are dropped, and checks them: accounting files, later payroll returns or invoices. Whoever knows a kind contributes it.</summary>
public interface IOpenDropped
{
    /// <summary>Opens what is of its kind among what was just received, also within mails and archives.</summary>
    /// <returns>Where the person is led, or null when the drop is led as any other.</returns>
    Task<string?> OpenAsync(Dropped dropped, CancellationToken token);

    /// <summary>Which of these files it has opened, and where that leads: one query.</summary>
    Task<IReadOnlyDictionary<Guid, OpenedFile>> OpenedAsync(IReadOnlyCollection<Guid> files, CancellationToken token);
}

/// <summary>What came in one drop.</summary>
/// <param name="Files">In the order in which they came; none when nothing came.</param>
/// <param name="Fields">What else the form said.</param>
/// <param name="HasPlace">Dropped on a due date: that is where the person returns to.</param>
public sealed record Dropped(IReadOnlyList<ReceivedFile> Files, IReadOnlyDictionary<string, string> Fields, bool HasPlace);

/// <summary>What became of a file that was opened.</summary>
/// <param name="Path">Address of what it was opened as.</param>
/// <param name="Says">In the reader's language, without a full stop.</param>
public sealed record OpenedFile(string Path, string Says);
