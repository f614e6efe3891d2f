using Pupitre.Kernel.Time;

namespace Pupitre.Platform.Recurring;

/// <summary>
/// Work that the program does by itself at certain hours, for each company in its zone. Registered as a singleton. Each time is a row of
/// <see cref="RecurringRun"/>, so that it runs once on however many nodes, and whoever looks sees when it should have run and when it did.
/// </summary>
/// <param name="Name">Name of the work for ever: what it did is kept under it.</param>
/// <param name="Schedule">When it is due.</param>
/// <param name="Title">What it does, in the reader's language.</param>
/// <param name="Run">Does it, in a scope of its own inside the company, as the program. Done twice it does no more than done once.</param>
public sealed record RecurringJob(
    string Name, RecurringSchedule Schedule, Func<string> Title, Func<IServiceProvider, CancellationToken, Task> Run);
