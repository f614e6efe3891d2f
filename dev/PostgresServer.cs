using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace Pupitre.Dev;

/// <summary>A PostgreSQL of this run alone: its own cluster on a free port of the loopback address, thrown away at the end.</summary>
internal sealed class PostgresServer : IDisposable
{
    private readonly string _folder;
    private readonly string _bin;
    private readonly PosixSignalRegistration[] _signals;

    private PostgresServer(string folder, string bin, int port)
    {
        _folder = folder;
        _bin = bin;
        _signals = [.. new[] { PosixSignal.SIGINT, PosixSignal.SIGTERM }.Select(signal => PosixSignalRegistration.Create(signal, _ => StopAndForget()))];
        Environment = new() { ["PUPITRE_TEST_DATABASE"] = "postgres", ["PUPITRE_TEST_POSTGRES"] = $"Host=127.0.0.1;Port={port};Username=pupitre_tests;Database=postgres" };
    }

    /// <summary>Tells the tests where it is.</summary>
    public Dictionary<string, string> Environment { get; }

    public static PostgresServer Start()
    {
        var bin = Needs.Postgres();
        var folder = Directory.CreateTempSubdirectory("pupitre-postgres-").FullName;
        Shell.Must("its folder", "chown", [Needs.IsRoot ? "postgres" : System.Environment.UserName, folder]);
        var port = FreePort();
        var server = new PostgresServer(folder, bin, port);
        Must("initdb", [$"{bin}/initdb", "-D", $"{folder}/data", "-E", "UTF8", "--locale", "C.UTF-8", "-U", "pupitre_tests", "-A", "trust"]);
        Must("postgres", [$"{bin}/pg_ctl", "-D", $"{folder}/data", "-w", "-l", $"{folder}/log",
            "-o", $"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={folder} -c fsync=off -c max_connections=200", "start"]);
        return server;
    }

    public void Dispose()
    {
        Array.ForEach(_signals, signal => signal.Dispose());
        StopAndForget();
    }

    private void StopAndForget()
    {
        string[] stop = AsPostgres([$"{_bin}/pg_ctl", "-D", $"{_folder}/data", "-m", "immediate", "stop"]);
        Shell.Run(stop[0], stop[1..], [], TimeSpan.FromMinutes(1));
        Directory.CreateDirectory(_folder).Delete(recursive: true);
    }

    private static void Must(string step, string[] command) => Shell.Must(step, AsPostgres(command)[0], AsPostgres(command)[1..]);
    private static string[] AsPostgres(string[] command) => Needs.IsRoot ? ["runuser", "-u", "postgres", "--", .. command] : command;

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
