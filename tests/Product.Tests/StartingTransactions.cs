using System.Diagnostics;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Pupitre.Platform.Data;

namespace Pupitre.Product.Tests;

/// <summary>Sees that a context asks for a transaction, before it has it: what the framework tells whoever listens.</summary>
internal sealed class StartingTransactions : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private readonly Db _db;
    private readonly TaskCompletionSource _seen;
    private readonly IDisposable _listeners;
    private IDisposable? _events;

    private StartingTransactions(Db db, TaskCompletionSource seen)
    {
        (_db, _seen) = (db, seen);
        _listeners = DiagnosticListener.AllListeners.Subscribe(this);
    }

    public static IDisposable Of(Db db, TaskCompletionSource seen) => new StartingTransactions(db, seen);

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == "Microsoft.EntityFrameworkCore")
        {
            _events = value.Subscribe(this, (name, _, _) => name == RelationalEventId.TransactionStarting.Name);
        }
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Value is DbContextEventData { Context: { } context } && ReferenceEquals(context, _db))
        {
            _seen.TrySetResult();
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
        _listeners.Dispose();
        _events?.Dispose();
    }
}
