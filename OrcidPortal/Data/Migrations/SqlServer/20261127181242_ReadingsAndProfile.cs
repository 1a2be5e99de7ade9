using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace OrcidPortal.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class ReadingsAndProfile : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "ListedFamilyName",
                table: "People",
                type: "nvarchar(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ListedGivenNames",
                table: "People",
                type: "nvarchar(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ProfileDecided",
                table: "Connections",
                type: "nvarchar(max)",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "PublicReadAt",
                table: "Connections",
                type: "datetimeoffset",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "ReadFailedSince",
                table: "Connections",
                type: "datetimeoffset",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ReadFailure",
                table: "Connections",
                type: "nvarchar(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "ReadFailureCode",
                table: "Connections",
                type: "int",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ReadFailureMessage",
                table: "Connections",
                type: "nvarchar(2000)",
                maxLength: 2000,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "ReadFailureStatus",
                table: "Connections",
                type: "int",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_Connections_ReadFailedSince",
                table: "Connections",
                column: "ReadFailedSince");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Connections_ReadFailedSince",
                table: "Connections");

            migrationBuilder.DropColumn(
                name: "ListedFamilyName",
                table: "People");

            migrationBuilder.DropColumn(
                name: "ListedGivenNames",
                table: "People");

            migrationBuilder.DropColumn(
                name: "ProfileDecided",
                table: "Connections");

            migrationBuilder.DropColumn(
                name: "PublicReadAt",
                table: "Connections");

            migrationBuilder.DropColumn(
                name: "ReadFailedSince",
                table: "Connections");

            migrationBuilder.DropColumn(
                name: "ReadFailure",
                table: "Connections");

            migrationBuilder.DropColumn(
                name: "ReadFailureCode",
                table: "Connections");

            migrationBuilder.DropColumn(
                name: "ReadFailureMessage",
                table: "Connections");

            migrationBuilder.DropColumn(
                name: "ReadFailureStatus",
                table: "Connections");
        }
    }
}
