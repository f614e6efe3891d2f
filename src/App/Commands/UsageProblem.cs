using System.CommandLine;
using System.CommandLine.Parsing;
using Pupitre.Kernel;

namespace Pupitre.App.Commands;

/// <summary>
/// What is wrong with a command line, in one sentence that says what to do. The library's own sentences are translated in part only, and
/// name .NET types.
/// </summary>
internal static class UsageProblem
{
    public static string Of(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        if (parsed.UnmatchedTokens is [var unknown, ..])
        {
            return Texts.Cli_UnknownWord.With(unknown);
        }

        if (command.Options.FirstOrDefault(option => option.Required && parsed.GetResult(option) is not { IdentifierToken: not null }) is { } missing)
        {
            return Texts.Cli_WordMissing.With(missing.Name, PathOf(command));
        }

        if (command.Arguments.FirstOrDefault(argument => argument.Arity.MinimumNumberOfValues > 0 && parsed.GetResult(argument) is not { Tokens.Count: > 0 }) is { } left)
        {
            return Texts.Cli_WordMissing.With(left.HelpName ?? left.Name, PathOf(command));
        }

        return parsed.Errors[0] is { SymbolResult: OptionResult option } ? OfOption(option) : parsed.Errors[0].Message;
    }

    private static string OfOption(OptionResult result) => result.Tokens is [{ Value: var value }, ..]
        ? Texts.Cli_BadValue.With(result.Option.Name, value, result.Option.Description)
        : Texts.Cli_ValueMissing.With(result.Option.Name, result.Option.Description);

    private static string PathOf(Command command) =>
        string.Join(' ', command.Parents.OfType<Command>().Where(parent => parent is not RootCommand).Select(parent => parent.Name).Append(command.Name));
}
