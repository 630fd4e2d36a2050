using System.Security.Cryptography;
using System.Text;

namespace AiNewsBot.News.Commands.Selection;

/// <summary>Tells one draft of a filter or template from another in the id of the button that makes it count.</summary>
internal static class DraftId
{
    public static string From(string draft) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(draft)))[..12];
}
