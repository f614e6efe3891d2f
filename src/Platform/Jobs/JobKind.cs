namespace Pupitre.Platform.Jobs;

/// <summary>A kind of long work: a module registers one for each, and <see cref="JobQueue"/> runs them.</summary>
/// <param name="Name">Unique name, such as <c>evidence.import</c>.</param>
/// <param name="Run">Does the work, in a scope of its own inside the company.</param>
/// <param name="Describe">What the reader is told that it does, in the reader's language.</param>
public sealed record JobKind(string Name, Func<IServiceProvider, string, JobProgress, CancellationToken, Task> Run, Func<string> Describe);
