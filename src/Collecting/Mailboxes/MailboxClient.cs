using MailKit;
using MailKit.Net.Imap;

namespace Pupitre.Collecting.Mailboxes;

/// <summary>A client whose messages come to the disk and not into memory: a mail may be as large as <see
/// cref="WeighMessage.MaxBytes"/>.</summary>
internal sealed class MailboxClient : ImapClient
{
    private const int TimeoutMs = 60_000;

    public MailboxClient() => Timeout = TimeoutMs;

    protected override ImapFolder CreateImapFolder(ImapFolderConstructorArgs args) => new FolderOnDisk(args);

    private sealed class FolderOnDisk(ImapFolderConstructorArgs args) : ImapFolder(args)
    {
        private const int SmallBytes = 1 << 18;
        private const int BufferBytes = 1 << 16;

        protected override Stream CreateStream(UniqueId? uid, string section, int offset, int length) => length <= SmallBytes
            ? base.CreateStream(uid, section, offset, length)
            : Temporary();

        private static FileStream Temporary()
        {
            var options = new FileStreamOptions
            {
                Mode = FileMode.CreateNew,
                Access = FileAccess.ReadWrite,
                BufferSize = BufferBytes,
                Options = FileOptions.DeleteOnClose,
            };
            if (!OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            }

            return new FileStream(Path.Combine(Path.GetTempPath(), Guid.CreateVersion7().ToString("N") + ".mail"), options);
        }
    }
}
