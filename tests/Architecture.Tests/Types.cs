using System.Reflection;
using System.Runtime.CompilerServices;
using Contracts;
using Contracts.Municipalities;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using ServiceDefaults.Rules;
using Xunit;

namespace Architecture.Tests;

/// <summary>What holds for the types of the four services and for the contracts between them.</summary>
public sealed class Types
{
    private static readonly Assembly[] Services = [.. new[] { "Municipalities", "Enterprises", "Matchmaking", "Knowledge" }.Select(Assembly.Load)];

    private static IEnumerable<Type> Written(Assembly assembly) => assembly.GetTypes().Where(type =>
        !type.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false) && !type.Name.Contains('<') && type.Namespace is not null
        && !type.Namespace.StartsWith("Microsoft.", StringComparison.Ordinal) && !type.Namespace.StartsWith("System.", StringComparison.Ordinal)
        && !type.IsSubclassOf(typeof(Migration)) && !type.IsSubclassOf(typeof(ModelSnapshot)));

    private static IEnumerable<Type> Open(IReadOnlyList<Type> types) => types.Where(type =>
        type.IsClass && !type.IsSealed && !type.IsAbstract && !types.Any(other => other.IsSubclassOf(type)));

    [Fact]
    public void Classes_are_sealed_unless_something_derives_from_them()
    {
        foreach (var service in Services) Assert.Empty(Open([.. Written(service)]).Select(type => type.FullName));
        Assert.Equal([typeof(Unsealed)], Open([typeof(Unsealed), typeof(Types)]));
    }

    /// <summary>The validation of ASP.NET Core passes over types that are not public, without a word.</summary>
    [Fact]
    public void What_a_handler_takes_from_outside_is_public()
    {
        foreach (var service in Services)
            Assert.Empty(Hidden(Written(service).SelectMany(type => type.GetMethods(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))));
        Assert.Equal([typeof(HiddenRequest)], Hidden(typeof(Types).GetMethods(BindingFlags.Static | BindingFlags.NonPublic)));
    }

    private static IEnumerable<Type> Hidden(IEnumerable<MethodInfo> methods) => methods
        .Where(method => method.Name == "Handle")
        .SelectMany(method => method.GetParameters())
        .Select(parameter => parameter.ParameterType)
        .Where(type => type.IsClass && type.GetMethod("<Clone>$") is not null && !IsPublic(type));

    /// <summary>A day in the year 9999 that is stored breaks whatever adds a month to it, for all that are read together with it.</summary>
    [Fact]
    public void Each_day_that_a_handler_takes_from_outside_is_bounded()
    {
        foreach (var service in Services)
            Assert.Empty(Unbounded(Written(service).SelectMany(type => type.GetMethods(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))));
        Assert.Equal([$"{nameof(OpenDay)}.On"], Unbounded(typeof(Types).GetMethods(BindingFlags.Static | BindingFlags.NonPublic)));
    }

    private static List<string> Unbounded(IEnumerable<MethodInfo> methods)
    {
        var (met, open) = (new HashSet<Type>(), new List<string>());
        foreach (var type in methods.Where(method => method.Name == "Handle").SelectMany(method => method.GetParameters()).Select(parameter => parameter.ParameterType)) Look(type);
        return open;

        void Look(Type type)
        {
            if (type.IsGenericType && type.IsAssignableTo(typeof(System.Collections.IEnumerable))) foreach (var argument in type.GetGenericArguments()) Look(argument);
            if (!type.IsClass || type.GetMethod("<Clone>$") is null || !met.Add(type)) return;
            foreach (var property in type.GetProperties().Where(property => property.CanWrite))
            {
                var bare = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
                var bounded = property.IsDefined(typeof(DayAttribute)) || type.GetConstructors().SelectMany(made => made.GetParameters()).Any(one => one.Name == property.Name && one.IsDefined(typeof(DayAttribute)));
                if ((bare == typeof(DateOnly) || bare == typeof(DateTimeOffset)) && !bounded) open.Add($"{type.Name}.{property.Name}");
                else Look(property.PropertyType);
            }
        }
    }

    private static bool IsPublic(Type type) => type.IsPublic || type.IsNestedPublic;

    [Fact]
    public void Each_event_has_a_name_of_its_own_that_begins_with_its_publisher()
    {
        var events = typeof(INounChanged).Assembly.GetTypes().Where(type => type.IsClass && type.IsAssignableTo(typeof(INounChanged))).ToList();
        Assert.Contains(typeof(NeedChanged), events);
        Assert.All(events, type => Assert.StartsWith(
            $"{type.Namespace!.Split('.')[1].ToLowerInvariant()}.", type.GetCustomAttribute<EventNameAttribute>()?.Name ?? $"{type.Name} has no name"));
        Assert.Equal(events.Count, events.Select(type => type.GetCustomAttribute<EventNameAttribute>()!.Name).Distinct().Count());
    }

#pragma warning disable CA1852 // The counter-example.
    private class Unsealed;
#pragma warning restore CA1852

    private sealed record HiddenRequest(string Title);

    private static string Handle(HiddenRequest request) => request.Title;

    /// <summary>A counter-example.</summary>
    /// <param name="On">A day without bounds.</param>
    /// <param name="Until">A day with bounds.</param>
    public sealed record OpenDay(DateOnly? On, [Day] DateOnly? Until);

    private static DateOnly? Handle(IReadOnlyList<OpenDay> days) => days[0].On;
}
