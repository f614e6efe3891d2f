using System.Buffers.Binary;
using System.Data.Common;
using Npgsql;
using Pupitre.Platform.Data;

namespace Pupitre.Platform.Files;

/// <summary>
/// Who is at work with which content. Between the moment at which a content lies in its place and the moment at which its row is saved,
/// nothing in the database says that it is wanted: whoever would remove it finds it held here. On PostgreSQL it is held over all nodes.
/// </summary>
public sealed class ContentHolds(DataPlace place)
{
    private readonly Dictionary<(Guid Company, string Hash), Content> _contents = [];

    internal ContentHold Begin(Guid company) => place.IsPostgres ? new SharedHold(place.Postgres!, company) : new OwnHold(this, company);

    private Content Take((Guid Company, string Hash) key)
    {
        lock (_contents)
        {
            if (!_contents.TryGetValue(key, out var content))
            {
                _contents.Add(key, content = new Content());
            }

            content.Users++;
            return content;
        }
    }

    private void Leave((Guid Company, string Hash) key, Content content)
    {
        lock (_contents)
        {
            if (--content.Users == 0)
            {
                _contents.Remove(key);
                content.Turn.Dispose();
            }
        }
    }

    private sealed class Content
    {
        public SemaphoreSlim Turn { get; } = new(1, 1);

        /// <summary>Who holds it or asks for it.</summary>
        public int Users { get; set; }

        public int Holders { get; set; }
    }

    /// <summary>Inside one program, which is all that SQLite serves.</summary>
    private sealed class OwnHold(ContentHolds all, Guid company) : ContentHold
    {
        private readonly Dictionary<string, Content> _held = [];

        public override async Task HoldAsync(string hash, CancellationToken token)
        {
            if (_held.ContainsKey(hash))
            {
                return;
            }

            var content = all.Take((company, hash));
            try
            {
                await content.Turn.WaitAsync(token);
            }
            catch
            {
                all.Leave((company, hash), content);
                throw;
            }

            content.Holders++;
            content.Turn.Release();
            _held.Add(hash, content);
        }

        public override async Task ReleaseAsync(string hash)
        {
            if (_held.Remove(hash, out var content))
            {
                await content.Turn.WaitAsync(CancellationToken.None);
                content.Holders--;
                content.Turn.Release();
                all.Leave((company, hash), content);
            }
        }

        public override async Task<bool> AloneAsync(string hash, Func<Task> act, CancellationToken token)
        {
            var content = all.Take((company, hash));
            try
            {
                await content.Turn.WaitAsync(token);
                try
                {
                    if (content.Holders > 0)
                    {
                        return false;
                    }

                    await act();
                    return true;
                }
                finally
                {
                    content.Turn.Release();
                }
            }
            finally
            {
                all.Leave((company, hash), content);
            }
        }

        public override async ValueTask DisposeAsync()
        {
            foreach (var hash in _held.Keys.ToList())
            {
                await ReleaseAsync(hash);
            }
        }
    }

    /// <summary>Over all nodes: locks of a session of its own, from a pool of its own, which the server lets go when the program dies.</summary>
    private sealed class SharedHold(string connectionString, Guid company) : ContentHold
    {
        private const int LockSpace = 0x7077;

        private readonly HashSet<string> _held = [];
        private NpgsqlConnection? _connection;

        public override async Task HoldAsync(string hash, CancellationToken token)
        {
            if (!_held.Contains(hash))
            {
                await AskAsync("pg_advisory_lock_shared", hash, token);
                _held.Add(hash);
            }
        }

        public override async Task ReleaseAsync(string hash)
        {
            if (_held.Remove(hash))
            {
                await AskAsync("pg_advisory_unlock_shared", hash, CancellationToken.None);
            }
        }

        public override async Task<bool> AloneAsync(string hash, Func<Task> act, CancellationToken token)
        {
            if (await AskAsync("pg_try_advisory_lock", hash, token) is not true)
            {
                return false;
            }

            try
            {
                await act();
                return true;
            }
            finally
            {
                await AskAsync("pg_advisory_unlock", hash, CancellationToken.None);
            }
        }

        public override async ValueTask DisposeAsync()
        {
            if (_connection is null)
            {
                return;
            }

            try
            {
                await using var command = new NpgsqlCommand("select pg_advisory_unlock_all()", _connection);
                await command.ExecuteNonQueryAsync(CancellationToken.None);
            }
            catch (Exception lost) when (lost is DbException or InvalidOperationException)
            {
                // The session is gone, and its locks with it.
            }

            await _connection.DisposeAsync();
            _connection = null;
        }

        private async Task<object?> AskAsync(string function, string hash, CancellationToken token)
        {
            if (_connection is null)
            {
                _connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { ApplicationName = "pupitre-files" }.ConnectionString);
                await _connection.OpenAsync(token);
            }

            await using var command = new NpgsqlCommand($"select {function}($1, $2)", _connection) { Parameters = { new() { Value = LockSpace }, new() { Value = KeyOf(hash) } } };
            return await command.ExecuteScalarAsync(token);
        }

        // Two contents that share a key only wait for each other.
        private int KeyOf(string hash)
        {
            Span<byte> bytes = stackalloc byte[16];
            company.TryWriteBytes(bytes);
            return BinaryPrimitives.ReadInt32LittleEndian(bytes[12..]) ^ (int)Convert.ToUInt32(hash[..8], 16);
        }
    }
}

/// <summary>What one piece of work holds.</summary>
internal abstract class ContentHold : IAsyncDisposable
{
    /// <summary>Keeps a content from being removed until this is disposed of; waits while it is being removed.</summary>
    public abstract Task HoldAsync(string hash, CancellationToken token);

    public abstract Task ReleaseAsync(string hash);

    /// <summary>Acts while nobody else holds the content nor comes to hold it; does nothing and says false when somebody does.</summary>
    public abstract Task<bool> AloneAsync(string hash, Func<Task> act, CancellationToken token);

    public abstract ValueTask DisposeAsync();
}
