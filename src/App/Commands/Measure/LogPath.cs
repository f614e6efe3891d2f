using Pupitre.Kernel;

namespace Pupitre.App.Commands.Measure;

/// <summary>A log named on the command line: a file, or <c>-</c> for standard input.</summary>
internal static class LogPath
{
    private const int BufferSize = 1 << 16;

    public static Stream Open(Terminal terminal, string path)
    {
        if (path == "-")
        {
            return terminal.OpenInput();
        }

        try
        {
            return new FileStream(path, new FileStreamOptions { BufferSize = BufferSize, Options = FileOptions.SequentialScan });
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new Refused(Texts.Cli_NoSuchFile.With(path));
        }
        catch (Exception error) when (error is UnauthorizedAccessException or IOException)
        {
            throw new Refused(Texts.Cli_CannotOpen.With(path, error.Message));
        }
    }
}
