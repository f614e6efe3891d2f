using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using MimeKit.Cryptography;
using Org.BouncyCastle.Crypto;

namespace Pupitre.Collecting.Mailboxes;

/// <summary>Keys of signatures as the domains publish them: a TXT record, asked of the machine's own name servers.</summary>
internal sealed class DnsKeys : DkimPublicKeyLocatorBase
{
    private const int TimeoutMs = 3_000;
    private const int Port = 53;
    private const int MaxAnswerBytes = 4_096;

    /// <remarks>The verifier asks the other way.</remarks>
    public override AsymmetricKeyParameter LocatePublicKey(
        string methods, string domain, string selector, CancellationToken cancellationToken = default) => throw new KeyNotHad(domain);

    public override async Task<AsymmetricKeyParameter> LocatePublicKeyAsync(
        string methods, string domain, string selector, CancellationToken cancellationToken = default)
    {
        var name = $"{selector}._domainkey.{domain}";
        var question = DnsText.Question(name) ?? throw new KeyNotHad(name);
        foreach (var server in Servers())
        {
            if (await AskAsync(server, question, cancellationToken) is { } text)
            {
                return GetPublicKey(text);
            }
        }

        throw new KeyNotHad(name);
    }

    private static async Task<string?> AskAsync(IPAddress server, byte[] question, CancellationToken token)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(token);
        patience.CancelAfter(TimeoutMs);
        try
        {
            using var socket = new UdpClient(server.AddressFamily);
            socket.Connect(server, Port);
            await socket.SendAsync(question, patience.Token);
            var answer = (await socket.ReceiveAsync(patience.Token)).Buffer;
            return DnsText.Read(DnsText.IsCut(answer) ? await AskWholeAsync(server, question, patience.Token) : answer, question);
        }
        catch (Exception problem) when (problem is SocketException or IOException
            || (problem is OperationCanceledException && !token.IsCancellationRequested))
        {
            return null;
        }
    }

    // A long key does not fit into one packet.
    private static async Task<byte[]> AskWholeAsync(IPAddress server, byte[] question, CancellationToken token)
    {
        using var client = new TcpClient(server.AddressFamily);
        await client.ConnectAsync(server, Port, token);
        await using var stream = client.GetStream();
        await stream.WriteAsync((byte[])[(byte)(question.Length >> 8), (byte)question.Length, .. question], token);
        var length = new byte[2];
        await stream.ReadExactlyAsync(length, token);
        var answer = new byte[Math.Min((length[0] << 8) | length[1], MaxAnswerBytes)];
        await stream.ReadExactlyAsync(answer, token);
        return answer;
    }

    private static IEnumerable<IPAddress> Servers() => NetworkInterface.GetAllNetworkInterfaces()
        .Where(way => way.OperationalStatus == OperationalStatus.Up).SelectMany(way => way.GetIPProperties().DnsAddresses).Distinct()
            .Take(2);
}
