using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Pupitre.Product.Tests.Platform;

/// <summary>Keeps the database commands of this process that failed and name a table: each of them is an error in the log.</summary>
internal sealed class BrokenCommands : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private const int PauseMs = 200;

    private readonly ManualResetEventSlim _pause = new();
    private readonly string _table;
    private readonly ConcurrentQueue<string> _commands = new();
    private readonly List<IDisposable> _subscriptions = [];

    public BrokenCommands(string table)
    {
        _table = table;
        _subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));
    }

    public IReadOnlyCollection<string> Commands => _commands;

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == Microsoft.EntityFrameworkCore.DbLoggerCategory.Name)
        {
            lock (_subscriptions)
            {
                _subscriptions.Add(value.Subscribe(this));
            }
        }
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        // Whoever looks before acting is held between the two, so that senders that race each other always meet there.
        if (value.Key == RelationalEventId.CommandExecuted.Name && value.Value is CommandExecutedEventData read
            && read.Command.CommandText.StartsWith("SELECT", StringComparison.OrdinalIgnoreCase) && read.Command.CommandText.Contains(_table, StringComparison.Ordinal))
        {
            _pause.Wait(PauseMs);
        }

        if (value.Key == RelationalEventId.CommandError.Name && value.Value is CommandErrorEventData broken && broken.Command.CommandText.Contains(_table, StringComparison.Ordinal))
        {
            _commands.Enqueue(broken.Command.CommandText);
        }
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    public void Dispose()
    {
        _pause.Set();
        lock (_subscriptions)
        {
            _subscriptions.ForEach(subscription => subscription.Dispose());
        }
    }
}
