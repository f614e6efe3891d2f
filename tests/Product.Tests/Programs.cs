using System.Collections.Concurrent;

[assembly: AssemblyFixture(typeof(Pupitre.Product.Tests.Programs))]

namespace Pupitre.Product.Tests;

/// <summary>
/// The programs of this run. Whoever is finished with one leaves it to the next, and nobody shares one with another: starting anew for
/// each class, with its pages and questions to be compiled again, took longer than most classes.
/// </summary>
public sealed class Programs : IAsyncDisposable
{
    private readonly ConcurrentBag<ServingProgram> _idle = [];

    public async Task<ServingProgram> TakeAsync() =>
        _idle.TryTake(out var program) ? program : await ServingProgram.StartAsync();

    /// <summary>
    /// Leaves it to the next; but not one in which it has been another day: what was written then would lie in the future.
    /// </summary>
    public ValueTask GiveBackAsync(ServingProgram program)
    {
        if (program.Clock.HasMoved)
        {
            return program.DisposeAsync();
        }

        _idle.Add(program);
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        while (_idle.TryTake(out var program))
        {
            await program.DisposeAsync();
        }
    }
}
