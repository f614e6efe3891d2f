using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using MailKit;
using MailKit.Net.Imap;
using MailKit.Security;
using MimeKit;

namespace Pupitre.Product.Tests.Mailboxes;

/// <summary>
/// A real IMAP server on a free port of the loopback address, run by an ordinary user in a folder of its own, thrown away at the end. Each
/// test has a user of its own: any name with the one password is let in.
/// </summary>
public class Dovecot : IAsyncDisposable
{
    public const string Password = "mot-de-passe-de-la-boite";

    private const string Program = "/usr/sbin/dovecot";
    private const int MaxTries = 1_000;
    private const int PauseMs = 20;

    private readonly string _folder = Path.Combine(Path.GetTempPath(), "pupitre-dovecot-" + Guid.CreateVersion7().ToString("N"));
    private Process? _process;
    private int _planted;

    public int Port { get; } = FreePort();

    /// <summary>Where tokens are asked about; null for a server that takes passwords alone.</summary>
    public string? Introspection { get; init; }

    public static bool IsThere => File.Exists(Program);

    /// <summary>Makes its folder and starts it.</summary>
    public async Task PrepareAsync()
    {
        foreach (var name in new[] { "run", "mail" })
        {
            Directory.CreateDirectory(Path.Combine(_folder, name));
        }

        await File.WriteAllTextAsync(Path.Combine(_folder, "conf"), Settings());
        await File.WriteAllTextAsync(Path.Combine(_folder, "oauth"), $"""
            introspection_url = {Introspection}
            introspection_mode = post
            username_attribute = username
            active_attribute = active
            active_value = true
            """);
        if (IsRoot)
        {
            await RunAsync("chown", "-R", "nobody:nogroup", _folder);
        }

        await StartAsync();
    }

    /// <summary>Starts it, or starts it again on the same port with the same mail.</summary>
    public async Task StartAsync()
    {
        string[] command = IsRoot ? ["runuser", "-u", "nobody", "--", Program] : [Program];
        _process = Process.Start(new ProcessStartInfo(command[0], [.. command[1..], "-F", "-c", Path.Combine(_folder, "conf")])
        {
            UseShellExecute = false,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        })!;
        for (var tried = 0; !await IsListeningAsync(); tried++)
        {
            if (tried == MaxTries)
            {
                throw new InvalidOperationException("dovecot does not answer: " + _folder);
            }

            await Task.Delay(PauseMs);
        }
    }

    public async Task StopAsync()
    {
        if (_process is { HasExited: false })
        {
            await RunAsync("kill", "-TERM", (await File.ReadAllTextAsync(Path.Combine(_folder, "run", "master.pid"))).Trim());
            await _process.WaitForExitAsync();
        }
    }

    /// <summary>Puts messages into a folder as if they had arrived.</summary>
    public async Task DeliverAsync(string user, IEnumerable<MimeMessage> messages, string folder = "INBOX")
    {
        using var client = await OpenAsync(user);
        var place = await PlaceAsync(client, folder);
        foreach (var message in messages)
        {
            await place.AppendAsync(new AppendRequest(message));
        }

        await client.DisconnectAsync(quit: true);
    }

    /// <summary>The same folder with the same messages and all its numbers new, as after a server was moved.</summary>
    public async Task RenumberAsync(string user, string folder, IEnumerable<MimeMessage> messages)
    {
        using var client = await OpenAsync(user);
        await (await client.GetFolderAsync(folder)).DeleteAsync();
        await client.DisconnectAsync(quit: true);

        // Numbers are seconds: the same second would give the same ones.
        await Task.Delay(TimeSpan.FromSeconds(1.1));
        await DeliverAsync(user, messages, folder);
    }

    /// <summary>
    /// Lays a message into the folder of what arrives, as bytes, with nothing behind them as far as <paramref name="sizeBytes"/> goes: the
    /// disk holds none of that.
    /// </summary>
    public void Plant(string user, byte[] head, long? sizeBytes)
    {
        var (folder, name) = (Path.Combine(_folder, "mail", user, "new"), $"{_planted++ + 1_700_000_000}.M1P1.test");
        var path = Path.Combine(folder, name + (sizeBytes is { } size ? $",S={size},W={size}" : ""));
        using var file = new FileStream(path, FileMode.CreateNew);
        file.Write(head);
        file.SetLength(sizeBytes ?? head.Length);
        file.Dispose();
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead);
        }
    }

    public async Task<ImapClient> OpenAsync(string user)
    {
        var client = new ImapClient();
        await client.ConnectAsync("127.0.0.1", Port, SecureSocketOptions.None);
        await client.AuthenticateAsync(user, Password);
        return client;
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await StopAsync();
        _process?.Dispose();
        if (Directory.Exists(_folder))
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    private static bool IsRoot => Environment.UserName == "root";

    private static async Task<IMailFolder> PlaceAsync(ImapClient client, string folder)
    {
        if (folder == "INBOX")
        {
            return client.Inbox;
        }

        var top = client.GetFolder(client.PersonalNamespaces[0]);
        return (await top.GetSubfoldersAsync())
            .FirstOrDefault(known => known.FullName == folder) ?? (await top.CreateAsync(folder, isMessageFolder: true))!;
    }

    private async Task<bool> IsListeningAsync()
    {
        if (_process!.HasExited)
        {
            throw new InvalidOperationException("dovecot ended: " + await _process.StandardError.ReadToEndAsync());
        }

        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync(IPAddress.Loopback, Port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static async Task RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(program, arguments);
        await process.WaitForExitAsync();
    }

    private string Settings()
    {
        var (user, group) = IsRoot ? ("nobody", "nogroup") : (Environment.UserName, Environment.UserName);
        var tokens = Introspection is null ? "" : $$"""
            passdb {
              driver = oauth2
              mechanisms = xoauth2 oauthbearer
              args = {{_folder}}/oauth
            }
            """;
        return string.Create(CultureInfo.InvariantCulture, $$"""
            base_dir = {{_folder}}/run
            state_dir = {{_folder}}/run
            log_path = {{_folder}}/log
            protocols = imap
            listen = 127.0.0.1
            ssl = no
            disable_plaintext_auth = no
            auth_mechanisms = plain{{(Introspection is null ? "" : " xoauth2 oauthbearer")}}
            default_login_user = {{user}}
            default_internal_user = {{user}}
            default_internal_group = {{group}}
            first_valid_uid = 1
            mail_location = maildir:{{_folder}}/mail/%u
            mail_fsync = never
            auth_failure_delay = 0
            namespace inbox {
              inbox = yes
              separator = /
            }
            {{tokens}}
            passdb {
              driver = static
              args = password={{Password}}
            }
            userdb {
              driver = static
              args = uid={{user}} gid={{group}} home={{_folder}}/mail/%u
            }
            service imap-login {
              chroot =
              inet_listener imap {
                port = {{Port}}
              }
              inet_listener imaps {
                port = 0
              }
            }
            service anvil {
              chroot =
              unix_listener anvil-auth-penalty {
                mode = 0
              }
            }
            service stats {
              chroot =
            }
            """);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
